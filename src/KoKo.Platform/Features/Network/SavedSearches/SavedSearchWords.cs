namespace KoKo.Platform.Features.Network.SavedSearches;

/// <summary>A search as people say it.</summary>
internal static class SavedSearchWords
{
    /// <summary>What a search may be called: its words or, without any, its filters.</summary>
    public static string NameOf(SearchCriteria search)
    {
        var words = search.Q?.Trim() is { Length: > 0 } text ? text : string.Join(", ", FiltersOf(search).Select(filter => filter.Values));
        var name = words.Length > 0 ? string.Concat(words.Select(letter => char.IsControl(letter) ? ' ' : letter)) : "Alles";
        return name.Length > SavedSearch.LongestName ? name[..(SavedSearch.LongestName - 1)].TrimEnd() + "…" : name;
    }

    /// <summary>Each filter in use, with its values as they hold: one or the other.</summary>
    public static IReadOnlyList<(string Title, string Values)> FiltersOf(SearchCriteria search) =>
    [
        .. SearchLabels.Facets
            .Select(facet => (Facet: facet, Codes: search.CodesOf(facet)))
            .Where(filter => filter.Codes.Count > 0)
            .Select(filter => (SearchLabels.TitleOf(filter.Facet), string.Join(" oder ", filter.Codes.Select(code => SearchLabels.LabelOf(filter.Facet, code))))),
    ];

    private static IReadOnlyList<string> CodesOf(this SearchCriteria search, string facet) =>
        facet == Foundation.Search.SearchResults.KindFacet ? search.Kind ?? [] : search.Filters().Single(filter => filter.Key == facet).Value;
}
