#pragma warning disable RS0030 // asks for the number of a process, no row
using Npgsql;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>
/// Finds a pooler in transaction mode. There a connection gets another server process whenever a transaction ends, and
/// what was said at its opening holds for whoever comes next. So: while a second connection keeps a transaction open, and
/// with it the process that the first one had, the first one must still be at its own.
/// </summary>
internal static class PoolerProbe
{
    public static async Task<IReadOnlyList<string>> FaultsAsync(string connectionString, CancellationToken cancellationToken)
    {
        var direct = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        await using var first = new NpgsqlConnection(direct);
        await using var second = new NpgsqlConnection(direct);
        await first.OpenAsync(cancellationToken);
        await second.OpenAsync(cancellationToken);
        var before = await ProcessAsync(first, cancellationToken);
        await using var transaction = await second.BeginTransactionAsync(cancellationToken);
        await ProcessAsync(second, cancellationToken);
        var after = await ProcessAsync(first, cancellationToken);
        return before == after ? [] : ["Between the platform and PostgreSQL stands a pooler in transaction mode: use session mode, or none."];
    }

    private static async Task<int> ProcessAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
