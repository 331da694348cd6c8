using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Features.Network;

/// <summary>
/// The last word of the database over what an index proposes. A hit without a row is either one that changed a moment ago, or
/// one that nobody of ours wrote: that is told to whoever looks after the platform.
/// </summary>
internal sealed partial class VisibleHits(PlatformDb db, IEnumerable<ISearchDocumentSource> sources, IndexLag lag, ILogger<VisibleHits> logger)
{
    /// <summary>What must not be searched for, though the index may still have it.</summary>
    public Task<IReadOnlyCollection<(string Kind, Guid ItemId)>> WithdrawnAsync(CancellationToken cancellationToken) => lag.WithdrawnAsync(cancellationToken);

    /// <summary>Those of which the caller sees the row now, in their order.</summary>
    public async Task<List<SearchHit>> OfAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken)
    {
        var visible = new HashSet<(string, Guid, string)>();
        foreach (var source in sources)
        {
            var ids = hits.Where(hit => hit.Kind == source.Kind).Select(hit => hit.ItemId).ToList();
            var rows = ids.Count == 0 ? new HashSet<(Guid, string)>() : await source.VisibleAsync(db, ids, cancellationToken);
            visible.UnionWith(rows.Select(row => (source.Kind, row.ItemId, row.Audience)));
        }

        var (shown, dropped) = (new List<SearchHit>(), new List<SearchHit>());
        foreach (var hit in hits)
        {
            (visible.Contains((hit.Kind, hit.ItemId, hit.Audience)) ? shown : dropped).Add(hit);
        }

        if (dropped.Count > 0)
        {
            await TellAsync(dropped, cancellationToken);
        }

        return shown;
    }

    private async Task TellAsync(IReadOnlyCollection<SearchHit> dropped, CancellationToken cancellationToken)
    {
        var changed = await lag.ChangedAsync([.. dropped.Select(hit => hit.ItemId)], cancellationToken);
        foreach (var hit in dropped.Where(hit => !changed.Contains(hit.ItemId)))
        {
            LogForeign(logger, hit.Kind, hit.ItemId, hit.Audience);
        }
    }

    [LoggerMessage(EventId = 4101, EventName = "ForeignSearchDocument", Level = LogLevel.Warning,
        Message = "The search index holds {Kind} {ItemId} for {Audience}, of which the database shows the caller no row. The hit was dropped.")]
    private static partial void LogForeign(ILogger logger, string kind, Guid itemId, string audience);
}
