using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Publishing;

/// <summary>
/// What changed in the network plane, in the order in which it became true. Indexers tail it, each with its own cursor.
/// A line gets its position after its commit, from one at a time: with many writers the ids of the table are given before
/// it, and a reader who had passed a later one would never see the earlier.
/// </summary>
internal sealed class ReleasedLog(TenantScopes scopes)
{
    public async Task<IReadOnlyList<ReleasedChange>> ReadAsync(long after, int count, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(TenantContext.Anonymous);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await SequenceAsync(db, cancellationToken);
        return await db.ReleasedChanges.AsNoTracking()
            .Where(change => change.Position > after)
            .OrderBy(change => change.Position)
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The position of the last line.</summary>
    public async Task<long> EndAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(TenantContext.Anonymous);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await SequenceAsync(db, cancellationToken);
        return await LastAsync(db, cancellationToken);
    }

    private static async Task SequenceAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        if (!await db.ReleasedChanges.AnyAsync(change => change.Position == null, cancellationToken))
        {
            return; // without a transaction, for which writers would have to wait
        }

        await db.InTransactionAsync(
            async () =>
            {
                await db.LockAsync("released log", cancellationToken);
                var position = await LastAsync(db, cancellationToken);
                foreach (var change in await db.ReleasedChanges.Where(change => change.Position == null).OrderBy(change => change.Id).ToListAsync(cancellationToken))
                {
                    change.PutAt(++position);
                }

                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }

    private static async Task<long> LastAsync(PlatformDb db, CancellationToken cancellationToken) =>
        await db.ReleasedChanges.MaxAsync(change => change.Position, cancellationToken) ?? 0;
}
