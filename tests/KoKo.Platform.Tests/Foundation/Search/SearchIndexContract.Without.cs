using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Theory]
    [InlineData("")]
    [InlineData("Lärm")]
    [InlineData("Lärm Quelle Brunnen Ufer")]
    public async Task Without_an_item_nothing_counts_it(string text)
    {
        var (gone, kept) = (Case("Lärm Quelle A") with { Facets = Topic("noise") }, Case("Lärm Quelle B") with { Facets = Topic("school") });
        await AddAsync(gone, kept);

        var results = await Index.SearchAsync(Anonymous, new SearchQuery { Text = text, Without = [("practice", gone.ItemId)] }, Stop);

        Assert.Equal(["Lärm Quelle B"], Titles(results));
        Assert.Equal(1, results.Total);
        Assert.Equal(["school"], results.Facets["topic"].Where(code => code.Value > 0).Select(code => code.Key));
        Assert.Null(results.Next);
    }

    [Fact]
    public async Task Without_an_item_a_chosen_facet_does_not_count_it_and_suggestions_do_not_show_it()
    {
        var (gone, kept) = (Case("Lärm A") with { Facets = Topic("noise") }, Case("Lärm B") with { Facets = Topic("school") });
        await AddAsync(gone, kept);
        var without = new SearchQuery { Text = "Lär", Without = [("practice", gone.ItemId), ("conference", kept.ItemId)] };

        var filtered = await Index.SearchAsync(Anonymous, without with { Filters = new Dictionary<string, IReadOnlyCollection<string>> { ["topic"] = ["school"] } }, Stop);
        var suggested = await Index.SearchAsync(Anonymous, without with { Scope = SearchScope.Titles }, Stop);

        Assert.Equal(["school"], filtered.Facets["topic"].Where(code => code.Value > 0).Select(code => code.Key));
        Assert.Equal(["Lärm B"], Titles(suggested));
    }
}
