namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// The server cannot add up weights, so that whatever shares a code is read and weighed here: its codes alone, and where that
/// would be too much, only what shares a code of each of the heaviest facets.
/// </summary>
internal sealed class SimilarRows(Federator federator, IReadOnlyCollection<string> audiences, SimilarQuery query)
{
    private const int MostRead = 5_000;

    private static readonly string[] Read = ["id", "kind", "itemId", "audience", "date", "facets"];

    public async Task<IReadOnlyList<SimilarHit>> FindAsync(CancellationToken cancellationToken)
    {
        var facets = query.Facets.Where(facet => facet.Value.Count > 0).OrderByDescending(facet => query.WeightOf(facet.Key)).ToList();
        var codes = facets.SelectMany(facet => facet.Value.Select(code => PreparedRow.FacetOf(facet.Key, code))).ToHashSet(StringComparer.Ordinal);
        if (codes.Count == 0)
        {
            return [];
        }

        var rows = await AskAsync(Filter(codes), cancellationToken);
        for (var heaviest = 1; rows.EstimatedTotalHits > MostRead && heaviest <= facets.Count; heaviest++)
        {
            rows = await NarrowAsync(rows, facets.Take(heaviest).Aggregate(Filter(codes), With), cancellationToken);
        }

        return
        [
            .. rows.Hits
                .Select(row => (Row: row, Weight: (row.Facets ?? []).Where(codes.Contains).Sum(code => query.WeightOf(PreparedRow.ReadFacet(code).Name))))
                .OrderByDescending(weighed => weighed.Weight).ThenByDescending(weighed => weighed.Row.Date).ThenBy(weighed => weighed.Row.Id, StringComparer.Ordinal)
                .Take(query.Limit)
                .Select(weighed => Hit(weighed.Row, weighed.Weight)),
        ];
    }

    /// <summary>Fewer rows, unless they would be too few.</summary>
    private async Task<FoundPage> NarrowAsync(FoundPage rows, FilterBuilder filter, CancellationToken cancellationToken) =>
        await AskAsync(filter, cancellationToken) is { } fewer && fewer.EstimatedTotalHits >= query.Limit ? fewer : rows;

    private FilterBuilder Filter(IEnumerable<string> codes) =>
        FacetChoices.Visible(audiences, query.Without.Append((query.Kind, query.ItemId)))
            .AnyOf(FacetChoices.Facets, [PreparedRow.FacetOf(SearchResults.KindFacet, query.Kind)])
            .AnyOf(FacetChoices.Facets, codes);

    private static FilterBuilder With(FilterBuilder filter, KeyValuePair<string, IReadOnlyList<string>> facet) =>
        filter.AnyOf(FacetChoices.Facets, facet.Value.Select(code => PreparedRow.FacetOf(facet.Key, code)));

    private Task<FoundPage> AskAsync(FilterBuilder filter, CancellationToken cancellationToken) =>
        federator.AskAsync(new Question([QueryVariant.Everything], filter.Conditions, Read) { Sort = ["date:desc", "id:asc"] }, 0, MostRead, cancellationToken);

    private static SimilarHit Hit(FoundRow row, int weight) => new(
        row.ItemId ?? Guid.Empty,
        row.Kind ?? "",
        row.Audience ?? "",
        weight,
        (row.Facets ?? []).Select(PreparedRow.ReadFacet).Where(facet => facet.Name != SearchResults.KindFacet)
            .GroupBy(facet => facet.Name, facet => facet.Code)
            .ToDictionary(facet => facet.Key, IReadOnlyList<string> (facet) => [.. facet]));
}
