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
    public async Task<TResult> RunAsync<TResult>(Owner owner, Func<IServiceProvider, PlatformDb, Task<TResult>> work, CancellationToken cancellationToken)
    {
        await using var scope = await scopes.OpenAsync(owner, cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (callers.Database.CurrentTransaction is { } ambient)
        {
            // The request is inside an idempotency transaction: join it, so that both become true together.
            db.Database.SetDbConnection(callers.Database.GetDbConnection());
            await db.Database.UseTransactionAsync(ambient.GetDbTransaction(), cancellationToken);
            return await work(scope.ServiceProvider, db);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(scope.ServiceProvider, db);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
