using System.Globalization;
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

    private readonly Dictionary<string, ISearchDocumentSource> byKind = sources.ToDictionary(source => source.Kind, StringComparer.Ordinal);

    public async Task<SearchNetworkResponse> FindAsync(SearchNetworkRequest request, CancellationToken cancellationToken)
    {
        var query = QueryOf(request) with { Without = await WithdrawnAsync(cancellationToken) };
        var first = await AskAsync(query, cancellationToken);
        var shown = await visible.OfAsync(first.Hits, cancellationToken);
        var dropped = first.Hits.Count - shown.Count;
        var next = first.Next;
        for (var round = 1; shown.Count < request.Limit && next is not null && round < MostRounds; round++)
        {
            var more = await AskAsync(query with { After = next, Limit = request.Limit - shown.Count }, cancellationToken);
            var further = await visible.OfAsync(more.Hits, cancellationToken);
            dropped += more.Hits.Count - further.Count;
            shown.AddRange(further);
            next = more.Next;
        }

        return new SearchNetworkResponse(
            [.. shown.Select(Response)],
            first.Total - dropped,
            first.Relaxed,
            [.. SearchLabels.Facets.Where(first.Facets.ContainsKey).Select(facet => Facet(facet, first.Facets[facet])).Where(facet => facet.Values.Count > 0)],
            next is null ? null : Write(request, next));
    }

    private Task<SearchResults> AskAsync(SearchQuery query, CancellationToken cancellationToken) =>
        AnsweredAsync(() => index.SearchAsync(db.Context.Audiences.Names, query, cancellationToken));

    private Task<IReadOnlyCollection<(string Kind, Guid ItemId)>> WithdrawnAsync(CancellationToken cancellationToken) =>
        AnsweredAsync(() => visible.WithdrawnAsync(cancellationToken));

    private static async Task<T> AnsweredAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (SearchUnavailableException)
        {
            throw new ProblemException(NetworkProblems.SearchUnavailable) { RetryAfter = TimeSpan.FromSeconds(5) };
        }
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

    private SearchQuery QueryOf(SearchNetworkRequest request) => new()
    {
        Text = request.Q,
        Kinds = request.Kind ?? [],
        Filters = request.Filters().ToDictionary(filter => filter.Key, IReadOnlyCollection<string> (filter) => filter.Value),
        ExternalKeys = request.ExternalKey ?? [],
        Limit = request.Limit,
        After = Read(request),
    };

    private string Write(SearchNetworkRequest request, SearchCursor cursor) => cursors.Write(
        PurposeOf(request),
        BitConverter.SingleToInt32Bits(cursor.Score).ToString(CultureInfo.InvariantCulture),
        cursor.SortDate.Ticks.ToString(CultureInfo.InvariantCulture),
        cursor.TitleKey,
        cursor.ItemId.ToString(),
        cursor.Audience,
        cursor.Offset.ToString(CultureInfo.InvariantCulture),
        cursor.Relaxed ? "relaxed" : "");

    private SearchCursor? Read(SearchNetworkRequest request) => cursors.Read(PurposeOf(request), request.Cursor) switch
    {
        null => null,
        [var score, var ticks, var title, var item, var audience, var offset, var relaxed] => new SearchCursor(
            BitConverter.Int32BitsToSingle(int.Parse(score, CultureInfo.InvariantCulture)),
            new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc),
            title,
            Guid.Parse(item),
            audience,
            int.Parse(offset, CultureInfo.InvariantCulture),
            relaxed.Length > 0),
        _ => throw new ProblemException(Problems.InvalidCursor),
    };

    /// <summary>A cursor of another text or other filters is no cursor here.</summary>
    private static string PurposeOf(SearchNetworkRequest request) => string.Join(
        '\n',
        [nameof(SearchNetwork), request.Q ?? "", string.Join(',', request.Kind ?? []), string.Join('\t', request.ExternalKey ?? []), .. request.Filters().Select(filter => string.Join(',', filter.Value))]);
}
