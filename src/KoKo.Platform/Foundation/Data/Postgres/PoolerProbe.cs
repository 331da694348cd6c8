#pragma warning disable RS0030 // asks for the number of a process, no row
using Npgsql;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>
/// Finds a pooler in transaction mode. There a connection gets another server process whenever a transaction ends, and
/// what was said at its opening holds for whoever comes next. So: while a second connection keeps a transaction open, and
/// with it the process that the first one had, the first one must still be at its own. Where the pooler has but one
/// process, somebody waits in vain; that is the same fault.
/// </summary>
internal static class PoolerProbe
{
    private const string Fault = "Between the platform and PostgreSQL stands a pooler in transaction mode: use session mode, or none.";
    private const int Seconds = 10;

    public static async Task<IReadOnlyList<string>> FaultsAsync(string connectionString, CancellationToken cancellationToken)
    {
        var direct = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = Seconds, CommandTimeout = Seconds }.ConnectionString;
        try
        {
            return await KeepsItsProcessAsync(direct, cancellationToken) ? [] : [Fault];
        }
        catch (NpgsqlException exception) when (exception.InnerException is TimeoutException)
        {
            return [Fault];
        }
    }

    private static async Task<bool> KeepsItsProcessAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var first = new NpgsqlConnection(connectionString);
        await using var second = new NpgsqlConnection(connectionString);
        await first.OpenAsync(cancellationToken);
        await second.OpenAsync(cancellationToken);
        var before = await ProcessAsync(first, cancellationToken);
        await using var transaction = await second.BeginTransactionAsync(cancellationToken);
        await ProcessAsync(second, cancellationToken);
        return before == await ProcessAsync(first, cancellationToken);
    }

    private static async Task<int> ProcessAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
