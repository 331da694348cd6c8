#pragma warning disable RS0030 // the one place that lifts the audience filter, and only for the caller's own released rows
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Publishing;

/// <summary>
/// The one crossing from the tenant and person planes into the network plane. Everything is tracked on the caller's
/// <see cref="PlatformDb"/> and written by its <c>SaveChangesAsync</c>, in the transaction of the source's change.
/// </summary>
internal sealed class Publisher(PlatformDb db, TimeProvider clock)
{
    /// <summary>Makes <paramref name="rows"/> the whole set of released rows of an item; leaves tombstones where an audience lost it.</summary>
    public async Task ReleaseAsync<TReleased>(string kind, Owner publisher, Guid itemId, IReadOnlyList<TReleased> rows, CancellationToken cancellationToken)
        where TReleased : class, IReleased
    {
        var before = await ReplaceAsync(publisher, itemId, rows, cancellationToken);
        var audiences = rows.Select(row => row.Audience).ToHashSet(StringComparer.Ordinal);
        await BuryAsync(publisher, itemId, before, audiences, cancellationToken);
        Log(kind, publisher, itemId);
    }

    /// <summary>Replaces an item's live facts. They leave no tombstones and no line in the log: the item itself does.</summary>
    public Task ReleaseFactsAsync<TReleased>(Owner publisher, Guid itemId, IReadOnlyList<TReleased> rows, CancellationToken cancellationToken)
        where TReleased : class, IReleased =>
        ReplaceAsync(publisher, itemId, rows, cancellationToken);

    /// <summary>Deletes every released row of an item and leaves a tombstone per audience.</summary>
    public Task WithdrawAsync<TReleased>(string kind, Owner publisher, Guid itemId, CancellationToken cancellationToken)
        where TReleased : class, IReleased =>
        ReleaseAsync<TReleased>(kind, publisher, itemId, [], cancellationToken);

    /// <summary>The publisher's own released rows, whatever their audience; never those of somebody else.</summary>
    public IQueryable<TReleased> Own<TReleased>(Owner publisher)
        where TReleased : class, IReleased
    {
        RequireSelf(publisher);
        return db.Set<TReleased>().IgnoreQueryFilters([PlatformDb.AudienceFilter]).Where(row => row.PublisherId == publisher.Id);
    }

    /// <summary>Tells the indexers that what is searchable of an item changed, such as its live facts.</summary>
    public void Log(string kind, Owner publisher, Guid itemId) =>
        db.ReleasedChanges.Add(new ReleasedChange(kind, itemId, publisher.Kind, publisher.Id, clock.GetUtcNow().UtcDateTime));

    private async Task<IReadOnlyList<string>> ReplaceAsync<TReleased>(Owner publisher, Guid itemId, IReadOnlyList<TReleased> rows, CancellationToken cancellationToken)
        where TReleased : class, IReleased
    {
        var before = await Own<TReleased>(publisher).AsTracking().Where(row => row.ItemId == itemId).ToListAsync(cancellationToken);
        foreach (var old in before)
        {
            var next = rows.SingleOrDefault(row => row.Audience == old.Audience);
            if (next is null)
            {
                db.Remove(old);
            }
            else
            {
                var since = (old as IDatedRelease)?.VisibleSince;
                db.Entry(old).CurrentValues.SetValues(next);
                Date(old, since);
            }
        }

        foreach (var row in rows.Where(row => before.All(old => old.Audience != row.Audience)))
        {
            db.Add(row);
            Date(row, clock.GetUtcNow().UtcDateTime);
        }

        return [.. before.Select(row => row.Audience)];
    }

    private void Date(IReleased row, DateTime? since)
    {
        if (row is IDatedRelease)
        {
            db.Entry(row).Property(nameof(IDatedRelease.VisibleSince)).CurrentValue = since;
        }
    }

    private async Task BuryAsync(Owner publisher, Guid itemId, IEnumerable<string> before, HashSet<string> after, CancellationToken cancellationToken)
    {
        var stones = await Own<Tombstone>(publisher).AsTracking().Where(stone => stone.ItemId == itemId).ToListAsync(cancellationToken);
        db.RemoveRange(stones.Where(stone => after.Contains(stone.Audience)));
        var gone = before.Where(audience => !after.Contains(audience) && stones.All(stone => stone.Audience != audience));
        db.AddRange(gone.Select(audience => new Tombstone(itemId, audience, publisher.Id, clock.GetUtcNow().UtcDateTime)));
    }

    private void RequireSelf(Owner publisher)
    {
        var self = publisher.Kind == OwnerKind.Tenant ? db.Context.Tenant?.Id : db.Context.AccountId;
        if (self != publisher.Id)
        {
            throw new TenantMismatchException("Only the publisher works on its released rows.");
        }
    }
}
