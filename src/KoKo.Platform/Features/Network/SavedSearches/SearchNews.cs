using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Features.Network.SavedSearches;

/// <summary>
/// What is new in a search. The database says what became visible to the tenant, and when: an item that was published long
/// ago is new to an audience that has it only now, and one that was published again is not. The index says what of it fits.
/// </summary>
internal sealed class SearchNews(PlatformDb db, NetworkSearch search, VisibleHits visible, IndexLag lag, IEnumerable<ISearchDocumentSource> sources)
{
    /// <summary>So many finds a mail names.</summary>
    public const int MostNamed = 10;

    // of each kind: a filter of more would make a search slow, and so many in a day are news by themselves
    private const int MostItems = 1_000;

    // what is written gets its time before its commit
    private static readonly TimeSpan LongestCommit = TimeSpan.FromMinutes(5);

    /// <summary>Up to when nothing can be missing any more: it is committed, and the index has it.</summary>
    public async Task<DateTime> CompleteUntilAsync(DateTime now, CancellationToken cancellationToken) =>
        (await lag.BehindSinceAsync(cancellationToken) is { } behind && behind < now ? behind : now) - LongestCommit;

    /// <summary>Refuses to look where the index lost what it had when the news was found.</summary>
    public async Task DemandCompleteAsync(DateTime until, CancellationToken cancellationToken)
    {
        if (await lag.BehindSinceAsync(cancellationToken) < until)
        {
            throw new ProblemException(SearchProblems.Unavailable);
        }
    }

    /// <summary>The newest finds of a time, and how many there are; all the words must be in each.</summary>
    public async Task<FoundNews> FindAsync(SavedSearch saved, DateTime from, DateTime until, CancellationToken cancellationToken)
    {
        var items = await NewAsync(from, until, cancellationToken);
        if (items.Count == 0)
        {
            return new FoundNews(saved, [], 0);
        }

        var query = saved.Search.ToQuery() with { Only = items, AllWords = true, Sort = SearchSort.Newest, Limit = MostNamed, Highlight = false };
        var results = await search.AskAsync(query, cancellationToken);
        var shown = await visible.OfAsync(results.Hits, cancellationToken);
        return new FoundNews(saved, [.. shown.Select(Find)], results.Total - results.Hits.Count + shown.Count);
    }

    private async Task<List<(string Kind, Guid ItemId)>> NewAsync(DateTime from, DateTime until, CancellationToken cancellationToken)
    {
        List<(string Kind, Guid ItemId)> items = [];
        foreach (var source in sources)
        {
            var found = await source.NewAsync(db, from, until, MostItems, cancellationToken);
            items.AddRange(found.Select(item => (source.Kind, item)));
        }

        return items;
    }

    private NewFind Find(SearchHit hit) => new(
        string.Concat(hit.Title.Select(part => part.Text)).ReplaceLineEndings(" "),
        $"{sources.Single(source => source.Kind == hit.Kind).HubPath}/{hit.ItemId}");
}

/// <param name="Items">The newest of them.</param>
/// <param name="Total">How many there are.</param>
internal sealed record FoundNews(SavedSearch Saved, IReadOnlyList<NewFind> Items, int Total);

/// <param name="Path">Its page in the hub.</param>
internal sealed record NewFind(string Title, string Path);
