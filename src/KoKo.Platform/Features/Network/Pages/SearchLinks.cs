using KoKo.Platform.Foundation.Search;
using Microsoft.AspNetCore.Http.Extensions;

namespace KoKo.Platform.Features.Network.Pages;

/// <summary>The search page's state is its address: what is searched, and where its links lead.</summary>
internal sealed class SearchLinks(SearchCriteria criteria, SearchOrder? sort = null)
{
    private const string Path = "/suche";

    public IReadOnlyList<(string Name, string Code)> Chosen { get; } = [.. FiltersOf(criteria)];

    public string First => To(Chosen);

    public string WithoutFilters => To([]);

    /// <summary>A person's address is read kindly: what it does not know is left out instead of refused.</summary>
    public static SearchNetworkRequest RequestOf(IQueryCollection query)
    {
        var text = query["q"].ToString().Trim();
        return new SearchNetworkRequest
        {
            Q = text.Length > SearchCriteriaValidator.LongestText ? text[..SearchCriteriaValidator.LongestText] : text,
            Kind = [.. query[SearchResults.KindFacet].OfType<string>().Where(SearchLabels.IsKind)],
            PracticeKind = Codes("practiceKind"),
            Topic = Codes("topic"),
            Method = Codes("method"),
            ConflictLevel = Codes("conflictLevel"),
            ConflictType = Codes("conflictType"),
            PartyType = Codes("partyType"),
            ResultStatus = Codes("resultStatus"),
            MunicipalityType = Codes("municipalityType"),
            PopulationClass = Codes("populationClass"),
            LandKey = Codes("landKey"),
            CostBand = Codes("costBand"),
            Duration = Codes("duration"),
            Language = Codes("language"),
            Sort = SortOf(query["sort"]),
            Cursor = query["cursor"],
        };

        IReadOnlyList<string> Codes(string name) =>
            [.. query[name].OfType<string>().Where(Foundation.Vocabularies.Vocabulary.All[name].Contains)];
    }

    public string Sorted(SearchOrder order) => To(Chosen, order);

    /// <summary>The same question with another text.</summary>
    public static string ToText(string text, SearchNetworkRequest request) => new SearchLinks(request with { Q = text }, request.Sort).First;

    public static string WordOf(SearchOrder order) => order switch
    {
        SearchOrder.Newest => "newest",
        SearchOrder.Title => "title",
        _ => "relevance",
    };

    public bool IsChosen(string name) => Chosen.Any(filter => filter.Name == name);

    public bool IsChosen(string name, string code) => Chosen.Contains((name, code));

    public string Toggle(string name, string code) =>
        To(IsChosen(name, code) ? Chosen.Where(filter => filter != (name, code)) : Chosen.Append((name, code)));

    public string Page(string cursor) => To(Chosen.Append(("cursor", cursor)));

    private static SearchOrder? SortOf(string? word) => word switch
    {
        "newest" => SearchOrder.Newest,
        "title" => SearchOrder.Title,
        _ => null,
    };

    private string To(IEnumerable<(string Name, string Value)> parameters) => To(parameters, sort ?? SearchOrder.Relevance);

    private string To(IEnumerable<(string Name, string Value)> parameters, SearchOrder order)
    {
        var query = new QueryBuilder();
        if (order != SearchOrder.Relevance)
        {
            parameters = parameters.Append(("sort", WordOf(order)));
        }

        foreach (var (name, value) in string.IsNullOrEmpty(criteria.Q) ? parameters : parameters.Prepend(("q", criteria.Q)))
        {
            query.Add(name, value);
        }

        return Path + query.ToQueryString();
    }

    private static IEnumerable<(string Name, string Code)> FiltersOf(SearchCriteria criteria) =>
        criteria.Filters().Prepend(new(SearchResults.KindFacet, criteria.Kind ?? []))
            .SelectMany(filter => filter.Value.Select(code => (filter.Key, code)));
}
