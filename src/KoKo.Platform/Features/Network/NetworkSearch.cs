using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Features.Network;

/// <summary>
/// The search as API and hub ask it. The index proposes, the database decides: a hit whose row the caller does not see now is
/// dropped, and the page is filled up from what follows.
/// </summary>
internal sealed class NetworkSearch(ISearchIndex index, PlatformDb db, IEnumerable<ISearchDocumentSource> sources, VisibleHits visible, Cursors cursors)
{
    private const int MostRounds = 5;
    private const int MostNear = 5;

    private readonly Dictionary<string, ISearchDocumentSource> byKind = sources.ToDictionary(source => source.Kind, StringComparer.Ordinal);
    private IReadOnlyCollection<(string Kind, Guid ItemId)>? withdrawn;

    public async Task<SearchNetworkResponse> FindAsync(SearchNetworkRequest request, CancellationToken cancellationToken)
    {
        var found = await ShownAsync(QueryOf(request), cancellationToken);
        return new SearchNetworkResponse(
            found.Hits,
            found.Total,
            found.Relaxed,
            found.DidYouMean,
            found.Total == 0 && request.Cursor is null ? await NearAsync(request, cancellationToken) : null,
            [.. SearchLabels.Facets.Where(found.Facets.ContainsKey).Select(facet => Facet(facet, found.Facets[facet])).Where(facet => facet.Values.Count > 0)],
            found.Next is null ? null : cursors.Write(request, found.Next));
    }

    /// <summary>Titles that go on as the text begins.</summary>
    public async Task<IReadOnlyList<SearchHitResponse>> SuggestAsync(SuggestSearchRequest request, CancellationToken cancellationToken)
    {
        var query = new SearchQuery { Text = request.Q, Scope = SearchScope.Titles, Kinds = request.Kind ?? [], Limit = request.Limit };
        return (await ShownAsync(query, cancellationToken)).Hits;
    }

    /// <summary>What the index answers for this caller, without what was withdrawn a moment ago.</summary>
    public Task<SearchResults> AskAsync(SearchQuery query, CancellationToken cancellationToken) => SearchProblems.AskAsync(async () =>
    {
        withdrawn ??= await visible.WithdrawnAsync(cancellationToken); // once: all pages of one answer leave out the same
        return await index.SearchAsync(db.Context.Audiences.Names, query with { Without = withdrawn }, cancellationToken);
    });

    public static SearchQuery QueryOf(SearchNetworkRequest request, SearchCursor? after = null) => request.ToQuery() with
    {
        Sort = request.Sort switch
        {
            SearchOrder.Newest => SearchSort.Newest,
            SearchOrder.Title => SearchSort.Title,
            _ => SearchSort.Relevance,
        },
        ExternalKeys = request.ExternalKey ?? [],
        Limit = request.Limit,
        After = after,
    };

    private SearchQuery QueryOf(SearchNetworkRequest request) => QueryOf(request, cursors.Read(request));

    private async Task<Shown> ShownAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var first = await AskAsync(query, cancellationToken);
        var shown = await visible.OfAsync(first.Hits, cancellationToken);
        var dropped = first.Hits.Count - shown.Count;
        var meant = dropped == 0 ? first.DidYouMean : null; // a word of a dropped hit would be a word that nobody may see
        var next = first.Next;
        for (var round = 1; shown.Count < query.Limit && next is not null && round < MostRounds; round++)
        {
            var more = await AskAsync(query with { After = next, Limit = query.Limit - shown.Count }, cancellationToken);
            var further = await visible.OfAsync(more.Hits, cancellationToken);
            dropped += more.Hits.Count - further.Count;
            shown.AddRange(further);
            next = more.Next;
        }

        return new Shown([.. shown.Select(Response)], first.Total - dropped, first.Relaxed && shown.Count > 0, meant, first.Facets, next);
    }

    /// <summary>The first of the neighbouring questions that finds anything; each keeps as much of the question as it can.</summary>
    private async Task<SearchNearResponse?> NearAsync(SearchNetworkRequest request, CancellationToken cancellationToken)
    {
        var words = NearText.Of(request.Q);
        (SearchNetworkRequest Request, bool IsOther)[] neighbours =
        [
            (request with { Q = words }, words != request.Q),
            (request.WithoutFilters(), request.IsFiltered),
            (request.WithoutFilters() with { Q = words }, request.IsFiltered && words != request.Q),
        ];
        foreach (var (neighbour, _) in neighbours.Where(neighbour => neighbour.IsOther))
        {
            var found = await ShownAsync(QueryOf(neighbour) with { Limit = MostNear }, cancellationToken);
            if (found.Total > 0)
            {
                return new SearchNearResponse(neighbour.Q ?? "", request.IsFiltered && !neighbour.IsFiltered, found.Total, found.Relaxed, found.Hits);
            }
        }

        return null;
    }

    private SearchHitResponse Response(SearchHit hit) => new(
        hit.ItemId,
        hit.Kind,
        hit.ExternalKey,
        $"{byKind[hit.Kind].ApiPath}/{hit.ItemId}",
        $"{byKind[hit.Kind].HubPath}/{hit.ItemId}",
        hit.Title,
        hit.Snippet);

    private static SearchFacetResponse Facet(string facet, IReadOnlyDictionary<string, int> counts) => new(
        facet,
        SearchLabels.TitleOf(facet),
        [
            .. counts
                .Select(count => new SearchFacetValueResponse(count.Key, SearchLabels.LabelOf(facet, count.Key), count.Value))
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Label, StringComparer.CurrentCulture),
        ]);

    private sealed record Shown(
        IReadOnlyList<SearchHitResponse> Hits,
        int Total,
        bool Relaxed,
        string? DidYouMean,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets,
        SearchCursor? Next);
}
