#pragma warning disable RS0030 // the catalogue is no row of anybody
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>
/// Looks, before anything is served, whether the walls of the database stand: the right role, every policy and no other,
/// a connection that forgets whose it was. Nothing is mended here; that is the owner's, by the verb <c>migrate</c>.
/// </summary>
internal sealed class PostgresCheck(IOptions<PostgresOptions> options, IServiceScopeFactory scopes)
{
    private const int OldestVersion = 150_000;
    private const int Tries = 60;

    private string ConnectionString => options.Value.Platform;

    public async Task<bool> IsPassedAsync(TextWriter output, CancellationToken cancellationToken)
    {
        List<string> faults = [.. Faults(new NpgsqlConnectionStringBuilder(ConnectionString))];
        if (faults.Count == 0)
        {
            await ConnectAsync(output, cancellationToken);
            faults.AddRange(await FaultsAsync(cancellationToken));
        }

        if (faults.Count > 0)
        {
            await output.WriteLineAsync("The platform does not start on this database:");
            await output.WriteLineAsync(string.Join('\n', faults.Select(fault => $"  {fault}")));
        }

        return faults.Count == 0;
    }

    /// <summary>A database that starts beside the platform gets a minute.</summary>
    private async Task ConnectAsync(TextWriter output, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException exception) when (attempt < Tries && exception.IsTransient)
            {
                await output.WriteLineAsync($"PostgreSQL does not answer yet: {exception.Message}");
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
            }
        }
    }

    private static IEnumerable<string> Faults(NpgsqlConnectionStringBuilder connection)
    {
        if (connection.NoResetOnClose)
        {
            yield return "ConnectionStrings:Platform says 'No Reset On Close': the next user of a connection would see the rows of the one before.";
        }

        if (connection.Multiplexing)
        {
            yield return "ConnectionStrings:Platform says 'Multiplexing': requests of several tenants would share a connection.";
        }
    }

    private async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (await SchemaFaultAsync(db, cancellationToken) is { } fault)
        {
            return [fault];
        }

        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var catalogue = new PostgresCatalogue(connection);
        return
        [
            .. await catalogue.RoleFaultsAsync(OldestVersion, cancellationToken),
            .. await catalogue.TableFaultsAsync(db, cancellationToken),
            .. await PoolerProbe.FaultsAsync(ConnectionString, cancellationToken),
        ];
    }

    private static async Task<string?> SchemaFaultAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        try
        {
            var known = db.Database.GetMigrations().ToList();
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
            return known.Except(applied).Any() ? "The schema is older than this version: run the verb 'migrate' as the owner of the tables."
                : applied.Except(known).Any() ? "The schema is newer than this version, which does not know it."
                : null;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return "The runtime role may not read the schema's history: run the verb 'migrate' as the owner of the tables.";
        }
    }
}
