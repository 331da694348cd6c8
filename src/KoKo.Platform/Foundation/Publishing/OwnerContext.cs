using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KoKo.Platform.Foundation.Publishing;

/// <summary>
/// A command on somebody else's resource: the audience was checked in the caller's context; the work then runs in one
/// transaction in the owner's context. It may touch two-party rows, ledgers and live facts, nothing else.
/// </summary>
internal sealed class OwnerContext(TenantScopes scopes, PlatformDb callers)
{
    /// <param name="work">May run more than once where it collides with another transaction.</param>
    public Task<TResult> RunAsync<TResult>(Owner owner, Func<IServiceProvider, PlatformDb, Task<TResult>> work, CancellationToken cancellationToken) =>
        callers.Database.CurrentTransaction is { } ambient
            ? JoinAsync(ambient, owner, work, cancellationToken)
            : callers.TryAgainAsync(() => RunAloneAsync(owner, work, cancellationToken), cancellationToken);

    private async Task<TResult> RunAloneAsync<TResult>(Owner owner, Func<IServiceProvider, PlatformDb, Task<TResult>> work, CancellationToken cancellationToken)
    {
        await using var scope = await scopes.OpenAsync(owner, cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        return await db.BeginAsync(
            async transaction =>
            {
                var result = await work(scope.ServiceProvider, db);
                await transaction.CommitAsync(cancellationToken);
                return result;
            },
            cancellationToken);
    }

    /// <summary>The request is inside an idempotency transaction: both become true together.</summary>
    private async Task<TResult> JoinAsync<TResult>(IDbContextTransaction ambient, Owner owner, Func<IServiceProvider, PlatformDb, Task<TResult>> work, CancellationToken cancellationToken)
    {
        await using var scope = await scopes.OpenAsync(owner, cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        db.Database.SetDbConnection(callers.Database.GetDbConnection());
        await db.Database.UseTransactionAsync(ambient.GetDbTransaction(), cancellationToken);
        await db.IdentifyAsync(cancellationToken);
        var result = await work(scope.ServiceProvider, db);
        await callers.IdentifyAsync(cancellationToken); // after a failure nobody does: the connection then takes no command of the caller any more
        return result;
    }
}
