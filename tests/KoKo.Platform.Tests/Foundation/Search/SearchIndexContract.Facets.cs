using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Fact]
    public async Task Counts_the_codes_of_everything_found()
    {
        await AddFacetedAsync();

        var facets = (await FindAsync("Lärm")).Facets;

        Assert.Equal(new Dictionary<string, int> { ["noise"] = 3, ["school"] = 1, ["mobility"] = 1 }, facets["topic"]);
        Assert.Equal(new Dictionary<string, int> { ["05"] = 2, ["09"] = 1 }, facets["landKey"]);
        Assert.Equal(new Dictionary<string, int> { ["practice"] = 2, ["conference"] = 1 }, facets["kind"]);
    }

    [Fact]
    public async Task Takes_any_code_within_a_facet_and_all_facets_together()
    {
        await AddFacetedAsync();

        Assert.Equal(2, (await FilterAsync(("topic", ["school", "mobility"]))).Total);
        Assert.Equal(["Lärm A"], Titles(await FilterAsync(("topic", ["school", "mobility"]), ("landKey", ["05"]))));
        Assert.Equal(0, (await FilterAsync(("topic", ["unknown"]))).Total);
        Assert.Equal(0, (await FilterAsync(("unknown", ["noise"]))).Total);
    }

    [Fact]
    public async Task A_chosen_facet_keeps_the_counts_of_its_other_codes()
    {
        await AddFacetedAsync();

        var facets = (await FilterAsync(("landKey", ["09"]))).Facets;

        Assert.Equal(new Dictionary<string, int> { ["05"] = 2, ["09"] = 1 }, facets["landKey"]);
        Assert.Equal(new Dictionary<string, int> { ["noise"] = 1, ["mobility"] = 1 }, facets["topic"]);
    }

    [Fact]
    public async Task Filters_by_external_keys_as_they_are()
    {
        await AddAsync(Case("Eins") with { ExternalKey = "A b/1" }, Case("Zwei") with { ExternalKey = "a B/1" }, Case("Drei"));

        var found = await Index.SearchAsync(Anonymous, new SearchQuery { ExternalKeys = ["A b/1", "nobody's"] }, Stop);

        Assert.Equal([("Eins", "A b/1")], found.Hits.Select(hit => (Plain(hit.Title), hit.ExternalKey)));
        Assert.Equal(1, found.Total);
        Assert.Equal(1, found.Facets[SearchResults.KindFacet]["practice"]);
    }

    [Fact]
    public async Task Filters_by_kind()
    {
        await AddFacetedAsync();

        var results = await Index.SearchAsync(Anonymous, new SearchQuery { Text = "Lärm", Kinds = ["conference"] }, Stop);

        Assert.Equal(["Lärm B"], Titles(results));
        Assert.Equal("conference", Assert.Single(results.Hits).Kind);
        Assert.Equal(new Dictionary<string, int> { ["practice"] = 2, ["conference"] = 1 }, results.Facets["kind"]);
    }

    private Task AddFacetedAsync() => AddAsync(
        Case("Lärm A") with { Facets = new Dictionary<string, IReadOnlyList<string>> { ["topic"] = ["noise", "school"], ["landKey"] = ["05"] } },
        Case("Lärm B") with { Kind = "conference", Facets = new Dictionary<string, IReadOnlyList<string>> { ["topic"] = ["noise"], ["landKey"] = ["05"] } },
        Case("Lärm C") with { Facets = new Dictionary<string, IReadOnlyList<string>> { ["topic"] = ["noise", "mobility"], ["landKey"] = ["09"] } },
        Case("Etwas anderes") with { Facets = Topic("school") });

    private Task<SearchResults> FilterAsync(params (string Facet, string[] Codes)[] filters) => Index.SearchAsync(
        Anonymous,
        new SearchQuery { Text = "Lärm", Filters = filters.ToDictionary(filter => filter.Facet, IReadOnlyCollection<string> (filter) => filter.Codes) },
        Stop);
}
