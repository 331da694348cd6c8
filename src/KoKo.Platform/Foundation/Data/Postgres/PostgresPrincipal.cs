#pragma warning disable RS0030 // the one place that tells the database who is asking
using System.Data.Common;
using System.Runtime.CompilerServices;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>
/// Wall 4, the half in the process: when a connection opens, one call tells the database the tenant, the account and the
/// audiences that its policies go by. For nobody there is nothing to tell: Npgsql resets a connection before it hands it
/// on (<see cref="PostgresCheck"/> refuses a setting that says otherwise), and the policies then show what is public. A
/// command on a connection that was introduced for another principal throws.
/// </summary>
internal sealed class PostgresPrincipal : DbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>Marks a query whose rows are locked, and whose rows locked by others are passed over.</summary>
    public const string SkipLocked = "for update skip locked";

    private const string Introduction =
        "SELECT set_config('koko.tenant', $1, false), set_config('koko.account', $2, false), set_config('koko.audiences', $3, false)";

    private static readonly object Nobody = new();

    // which principal a connection was introduced for
    private readonly ConditionalWeakTable<DbConnection, object> introduced = [];

    /// <summary>Tells the connection anew whose it is: for work in the owner's context inside the caller's transaction.</summary>
    public async Task IdentifyAsync(DbConnection connection, PlatformDb db, CancellationToken cancellationToken)
    {
        await using var command = Introduce((NpgsqlConnection)connection, db.Principal);
        await command.ExecuteNonQueryAsync(cancellationToken);
        introduced.AddOrUpdate(connection, (object?)db.Principal ?? Nobody);
    }

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var principal = PrincipalOf(eventData);
        if (IsSomebody(principal))
        {
            using var command = Introduce((NpgsqlConnection)connection, principal);
            command.ExecuteNonQuery();
        }

        introduced.AddOrUpdate(connection, (object?)principal ?? Nobody);
    }

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var principal = PrincipalOf(eventData);
        if (IsSomebody(principal))
        {
            return IdentifyAsync(connection, (PlatformDb)eventData.Context!, cancellationToken);
        }

        introduced.AddOrUpdate(connection, (object?)principal ?? Nobody);
        return Task.CompletedTask;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Check(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Check(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Check(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Check(command, eventData);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Check(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(command, eventData);
        return ValueTask.FromResult(result);
    }

    private void Check(DbCommand command, CommandEventData eventData)
    {
        var principal = (object?)PrincipalOf(eventData) ?? Nobody;
        if (command.Connection is not { } connection || !introduced.TryGetValue(connection, out var other) || !ReferenceEquals(principal, other))
        {
            throw new TenantMismatchException("The connection was opened for another principal.");
        }

        if (command.CommandText.StartsWith($"-- {SkipLocked}", StringComparison.Ordinal))
        {
            command.CommandText += "\nFOR UPDATE SKIP LOCKED";
        }
    }

    private static bool IsSomebody(TenantContext? principal) => principal is { Tenant: not null } or { AccountId: not null };

    private static TenantContext? PrincipalOf(DbContextEventData eventData) => ((PlatformDb)eventData.Context!).Principal;

    private static NpgsqlCommand Introduce(NpgsqlConnection connection, TenantContext? principal) => new(Introduction, connection)
    {
        Parameters =
        {
            new() { Value = principal?.Tenant?.Id.ToString() ?? "" },
            new() { Value = principal?.AccountId?.ToString() ?? "" },
            new() { Value = principal is null ? "" : string.Join(',', principal.Audiences.Names) },
        },
    };
}
