using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Search;

/// <summary>
/// What changed in the network plane and is not in the index yet: the lines of the log behind the index's own position, and
/// those that have no position so far.
/// </summary>
internal sealed class IndexLag(ISearchIndex index, PlatformDb db, IEnumerable<ISearchDocumentSource> sources)
{
    // more would make a search slow; what is beyond is still dropped from the hits
    private const int MostItems = 1_000;

    private long? position;

    /// <summary>The items of which the caller could see a row and sees none now, though the index may still have them.</summary>
    public async Task<IReadOnlyCollection<(string Kind, Guid ItemId)>> WithdrawnAsync(CancellationToken cancellationToken)
    {
        var stones = db.Tombstones;
        var buried = await (await PendingAsync(cancellationToken))
            .Where(change => stones.Any(stone => stone.ItemId == change.ItemId))
            .Select(change => new { change.Kind, change.ItemId })
            .Distinct()
            .Take(MostItems)
            .ToListAsync(cancellationToken);
        List<(string Kind, Guid ItemId)> withdrawn = [];
        foreach (var kind in buried.GroupBy(item => item.Kind, item => item.ItemId))
        {
            var visible = sources.FirstOrDefault(source => source.Kind == kind.Key) is { } source
                ? (await source.VisibleAsync(db, [.. kind], cancellationToken)).Select(row => row.ItemId).ToHashSet()
                : [];
            withdrawn.AddRange(kind.Where(item => !visible.Contains(item)).Select(item => (kind.Key, item)));
        }

        return withdrawn;
    }

    /// <summary>Which of these items changed since the index last heard of them.</summary>
    public async Task<IReadOnlySet<Guid>> ChangedAsync(IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken) =>
        (await (await PendingAsync(cancellationToken)).Where(change => itemIds.Contains(change.ItemId)).Select(change => change.ItemId).ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>When the oldest change was written that the index may not know; null where it knows them all.</summary>
    public async Task<DateTime?> BehindSinceAsync(CancellationToken cancellationToken) =>
        await (await PendingAsync(cancellationToken)).MinAsync(change => (DateTime?)change.At, cancellationToken);

    private async Task<IQueryable<ReleasedChange>> PendingAsync(CancellationToken cancellationToken)
    {
        var known = position ??= await index.GetPositionAsync(cancellationToken); // as of the beginning: what is confirmed meanwhile was not in the first answers
        return db.ReleasedChanges.AsNoTracking().Where(change => change.Position == null || change.Position > known);
    }
}
