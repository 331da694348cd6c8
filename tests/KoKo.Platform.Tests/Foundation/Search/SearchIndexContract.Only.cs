using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Theory]
    [InlineData("")]
    [InlineData("Lärm")]
    [InlineData("Lärm Quelle Brunnen Ufer")]
    public async Task Only_some_items_are_found_and_counted(string text)
    {
        var (wanted, other) = (Case("Lärm Quelle A") with { Facets = Topic("noise") }, Case("Lärm Quelle B") with { Facets = Topic("school") });
        await AddAsync(wanted, other, Case("Lärm Quelle C", audience: "tenant:b"));

        var results = await Index.SearchAsync(Anonymous, new SearchQuery { Text = text, Only = [("practice", wanted.ItemId), ("conference", other.ItemId)] }, Stop);

        Assert.Equal(["Lärm Quelle A"], Titles(results));
        Assert.Equal(1, results.Total);
        Assert.Equal(["noise"], results.Facets["topic"].Where(code => code.Value > 0).Select(code => code.Key));
    }

    [Fact]
    public async Task Only_shows_nobody_what_is_not_for_her()
    {
        var foreign = Case("Lärm", audience: "tenant:b");
        await AddAsync(foreign, Case("Lärm"));

        Assert.Equal(0, (await Index.SearchAsync(Anonymous, new SearchQuery { Text = "Lärm", Only = [("practice", foreign.ItemId)] }, Stop)).Total);
    }

    [Fact]
    public async Task All_words_must_be_there_where_that_is_asked_for()
    {
        await AddAsync(Case("Lärm Quelle Ufer"), Case("Lärm Quelle"));
        var query = new SearchQuery { Text = "Lärm Quelle Ufer" };

        var most = await Index.SearchAsync(Anonymous, query, Stop);
        var all = await Index.SearchAsync(Anonymous, query with { AllWords = true }, Stop);

        Assert.True(most.Relaxed);
        Assert.False(all.Relaxed);
        Assert.Equal(["Lärm Quelle Ufer"], Titles(all));
    }
}
