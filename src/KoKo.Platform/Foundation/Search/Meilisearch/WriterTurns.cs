using System.Data.Common;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// One process at a time does something with an index that several share. The database gives the turn and takes it back when
/// the process dies.
/// </summary>
/// <param name="scopes">How the database is reached; null where the process is alone.</param>
internal sealed class WriterTurns(TenantScopes? scopes)
{
    public const string Writer = "search index";
    public const string Rebuilder = "search index rebuild";

    /// <summary>Null while somebody else has it. Disposing gives it back.</summary>
    public async Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        if (scopes is null)
        {
            return new Turn(scope: null, name);
        }

        var scope = scopes.Open(TenantContext.Anonymous);
        try
        {
            if (await scope.ServiceProvider.GetRequiredService<PlatformDb>().TryLockAsync(name, cancellationToken))
            {
                return new Turn(scope, name);
            }
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }

        await scope.DisposeAsync();
        return null;
    }

    private sealed class Turn(AsyncServiceScope? scope, string name) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (scope is not { } open)
            {
                return;
            }

            await using (open)
            {
                try
                {
                    await open.ServiceProvider.GetRequiredService<PlatformDb>().UnlockAsync(name, CancellationToken.None);
                }
                catch (DbException)
                {
                    // the connection is gone, and the lock with it
                }
            }
        }
    }
}
