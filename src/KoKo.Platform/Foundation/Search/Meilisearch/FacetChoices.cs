namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// What may be found, as filters. The codes of a chosen facet are counted as if none were chosen there, which the server can
/// only do as one more question.
/// </summary>
internal sealed class FacetChoices
{
    public const string Facets = "facets";

    private readonly IReadOnlyCollection<string> audiences;
    private readonly SearchQuery query;
    private readonly Dictionary<string, IReadOnlyCollection<string>> choices;

    public FacetChoices(IReadOnlyCollection<string> audiences, SearchQuery query)
    {
        this.audiences = audiences;
        this.query = query;
        choices = query.Choices();
    }

    public IReadOnlyCollection<string> Chosen => choices.Keys;

    public IReadOnlyList<string> Filter => FilterOf(choices);

    public IReadOnlyList<string> FilterWithout(string facet) => FilterOf(choices.Where(choice => choice.Key != facet));

    /// <summary>The rows of these audiences, without those for which the caller also sees a richer row, and without these items.</summary>
    public static FilterBuilder Visible(IReadOnlyCollection<string> audiences, IEnumerable<(string Kind, Guid ItemId)> without) => new FilterBuilder()
        .AnyOf("audience", audiences)
        .NoneOf("shadowedBy", audiences)
        .NoneOf("item", without.Select(item => PreparedRow.ItemOf(item.Kind, item.ItemId)));

    /// <summary>Facet to code to count, over everything found.</summary>
    public static Dictionary<string, IReadOnlyDictionary<string, int>> Counts(FoundPage page) =>
        (page.FacetsByIndex?.Values.SelectMany(facets => facets.Distribution.Values).SelectMany(counts => counts) ?? [])
        .Select(count => (Facet: PreparedRow.ReadFacet(count.Key), count.Value))
        .GroupBy(count => count.Facet.Name)
        .ToDictionary(facet => facet.Key, IReadOnlyDictionary<string, int> (facet) => facet.ToDictionary(count => count.Facet.Code, count => count.Value));

    /// <summary>Takes one facet's counts from the answer to the question without its choice.</summary>
    public static void Replace(Dictionary<string, IReadOnlyDictionary<string, int>> counts, string facet, FoundPage others)
    {
        if (Counts(others).TryGetValue(facet, out var codes))
        {
            counts[facet] = codes;
        }
    }

    private IReadOnlyList<string> FilterOf(IEnumerable<KeyValuePair<string, IReadOnlyCollection<string>>> chosen)
    {
        var filter = Visible(audiences, query.Without);
        if (query.ExternalKeys.Count > 0)
        {
            filter.AnyOf("keyCode", query.ExternalKeys.Select(PreparedRow.CodeOf));
        }

        if (query.Only.Count > 0)
        {
            filter.AnyOf("item", query.Only.Select(item => PreparedRow.ItemOf(item.Kind, item.ItemId)));
        }

        foreach (var (facet, codes) in chosen)
        {
            filter.AnyOf(Facets, codes.Select(code => PreparedRow.FacetOf(facet, code)));
        }

        return filter.Conditions;
    }
}
