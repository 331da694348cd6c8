using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Fact]
    public async Task Quality_decides_between_texts_that_fit_equally_well()
    {
        await AddAsync(
            Case("Lärm im Park") with { Quality = 40, SortDate = DateTime.UnixEpoch.AddYears(56) },
            Case("Lärm im Hof") with { Quality = 80, SortDate = DateTime.UnixEpoch.AddYears(50) },
            Case("Lärm im Tal") with { Quality = 80, SortDate = DateTime.UnixEpoch.AddYears(55) });

        Assert.Equal(["Lärm im Tal", "Lärm im Hof", "Lärm im Park"], await TitlesAsync("Lärm"));
    }

    [Fact]
    public async Task Quality_never_outweighs_the_better_text()
    {
        await AddAsync(Case("Ein Dialog", "Es ging um die Kläranlage.") with { Quality = 100 }, Case("Die Kläranlage") with { Quality = 0 });

        Assert.Equal(["Die Kläranlage", "Ein Dialog"], await TitlesAsync("Kläranlage"));
    }

    [Fact]
    public async Task Sorts_by_date_where_asked()
    {
        await AddAsync(
            Case("Kläranlage") with { SortDate = DateTime.UnixEpoch.AddYears(50) },
            Case("Ein Dialog", "Es ging um die Kläranlage.") with { SortDate = DateTime.UnixEpoch.AddYears(55), Quality = 0 });

        Assert.Equal(["Ein Dialog", "Kläranlage"], Titles(await SortAsync("Kläranlage", SearchSort.Newest)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Lärm")]
    public async Task Sorts_titles_as_a_German_phone_book_does(string text)
    {
        string[] sorted = ["Aachen: Lärm", "„Ächzen“ und Lärm", "Afrika: Lärm", "Maß, Lärm", "Masse, Lärm", "ÖPNV und Lärm", "Otto und der Lärm", "Überall Lärm", "Uhren mit Lärm"];
        await AddAsync([.. sorted.Reverse().Select(title => Case(title))]);

        Assert.Equal(sorted, Titles(await SortAsync(text, SearchSort.Title)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("", 1)]
    [InlineData("", 2)]
    [InlineData("Lärm", 0)]
    [InlineData("Lärm", 1)]
    [InlineData("Lärm", 2)]
    public async Task Pages_in_every_sort_through_everything_once(string text, int sort)
    {
        await AddAsync([.. Enumerable.Range(0, 23).Select(number => Case($"Lärm {number % 3}") with { Quality = number % 4, SortDate = DateTime.UnixEpoch.AddDays(number % 5) })]);
        var query = new SearchQuery { Text = text, Sort = (SearchSort)sort };
        var whole = await Index.SearchAsync(Anonymous, query with { Limit = 50 }, Stop);

        List<Guid> paged = [];
        for (SearchCursor? after = null; paged.Count == 0 || after is not null;)
        {
            var page = await Index.SearchAsync(Anonymous, query with { Limit = 4, After = after }, Stop);
            paged.AddRange(page.Hits.Select(hit => hit.ItemId));
            after = page.Next;
        }

        Assert.Equal(23, paged.Distinct().Count());
        Assert.Equal(whole.Hits.Select(hit => hit.ItemId), paged);
    }

    [Fact]
    public async Task Pages_beyond_a_thousand_hits()
    {
        await AddAsync([.. Enumerable.Range(0, 1_150).Select(number => Case($"Lärm {number}"))]);

        List<SearchHit> seen = [];
        for (SearchCursor? after = null; seen.Count == 0 || after is not null;)
        {
            var page = await Index.SearchAsync(Anonymous, new SearchQuery { Text = "Lärm", Limit = 100, After = after, Highlight = false }, Stop);
            Assert.Equal(1_150, page.Total);
            seen.AddRange(page.Hits);
            after = page.Next;
        }

        Assert.Equal(1_150, seen.Select(hit => hit.ItemId).Distinct().Count());
    }

    private Task<SearchResults> SortAsync(string text, SearchSort sort) => Index.SearchAsync(Anonymous, new SearchQuery { Text = text, Sort = sort }, Stop);
}
