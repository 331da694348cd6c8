using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Theory]
    [InlineData("Klär", "Streit um die Kläranlage")]
    [InlineData("kl", "Streit um die Kläranlage")]
    [InlineData("klaeranl", "Streit um die Kläranlage")]
    [InlineData("Streit Klär", "Streit um die Kläranlage")]
    [InlineData("Spielplätze la", "Spielplatz ohne Lärm")]
    [InlineData("Klärnalage", "Streit um die Kläranlage")]
    public async Task Suggests_titles_while_the_last_word_is_being_typed(string text, string title)
    {
        await AddAsync(Case("Streit um die Kläranlage"), Case("Spielplatz ohne Lärm"), Case("Ein Dialog", "Die Kläranlage und der Spielplatz mit viel Lärm und Streit"));

        Assert.Equal([title], Titles(await SuggestAsync(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("der")]
    [InlineData("*")]
    [InlineData("Streit Verkehr")]
    public async Task Suggests_nothing_for_nothing_and_relaxes_nothing(string text)
    {
        await AddAsync(Case("Streit um die Kläranlage"));

        var suggestions = await SuggestAsync(text);

        Assert.Empty(suggestions.Hits);
        Assert.False(suggestions.Relaxed);
    }

    [Fact]
    public async Task Suggestions_are_marked_limited_counted_by_no_facet_and_for_the_audience_only()
    {
        await AddAsync(Case("Lärm im Park") with { Facets = Topic("noise") }, Case("Lärm im Hof"), Case("Lärm im Hafen"), Case("Lärm geheim", audience: "tenant:b"));

        var suggestions = await SuggestAsync("lär", limit: 2);

        Assert.Equal(2, suggestions.Hits.Count);
        Assert.All(suggestions.Hits, hit => Assert.StartsWith("[Lärm] im ", Marked(hit.Title), StringComparison.Ordinal));
        Assert.Empty(suggestions.Facets);
        Assert.Null(suggestions.DidYouMean);
        Assert.Empty((await SuggestAsync("Lärm geheim")).Hits);
    }

    [Fact]
    public async Task Suggestions_of_one_kind_and_the_better_founded_first()
    {
        await AddAsync(
            Case("Lärm A") with { Quality = 40 },
            Case("Lärm B") with { Quality = 90 },
            Case("Lärm C") with { Quality = 99, Kind = "conference" });

        Assert.Equal(["Lärm B", "Lärm A"], Titles(await SuggestAsync("Lär", kind: "practice")));
    }

    private Task<SearchResults> SuggestAsync(string text, int limit = 8, string? kind = null) => Index.SearchAsync(
        Anonymous, new SearchQuery { Text = text, Scope = SearchScope.Titles, Limit = limit, Kinds = kind is null ? [] : [kind] }, Stop);
}
