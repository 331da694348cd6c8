using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Theory]
    [InlineData("")]
    [InlineData("Lärm")]
    [InlineData("Lärm Quelle Brunnen Ufer")]
    public async Task Pages_through_everything_once(string text)
    {
        await AddAsync([.. Enumerable.Range(0, 23).Select(number => Case($"Lärm Quelle {number}"))]);

        var pages = await PagesAsync(text, limit: 5);

        Assert.Equal([5, 5, 5, 5, 3], pages.Select(page => page.Hits.Count));
        Assert.All(pages, page => Assert.Equal(23, page.Total));
        Assert.Equal(23, pages.SelectMany(page => page.Hits).Select(hit => hit.ItemId).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Lärm")]
    public async Task Pages_stay_right_while_documents_come_and_go(string text)
    {
        var documents = Enumerable.Range(0, 20).Select(number => Case($"Lärm {number}", string.Concat(Enumerable.Repeat("Lärm ", number)))).ToArray();
        await AddAsync(documents);
        var first = await Index.SearchAsync(Anonymous, new SearchQuery { Text = text, Limit = 8 }, Stop);
        var gone = first.Hits[^1].ItemId;

        await AddAsync([.. Enumerable.Range(0, 30).Select(number => Case($"Lärm neu {number}") with { SortDate = DateTime.UnixEpoch.AddYears(90) })]);
        await Index.UpdateAsync([new SearchChange("practice", gone, [])], 99, Stop);
        var rest = await PagesAsync(text, limit: 8, first.Next);

        var seen = first.Hits.Concat(rest.SelectMany(page => page.Hits)).Select(hit => hit.ItemId).ToList();
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), documents.Select(document => document.ItemId).ToHashSet());
    }

    [Fact]
    public async Task The_cursor_of_any_hit_goes_on_behind_it()
    {
        await AddAsync([.. Enumerable.Range(0, 9).Select(number => Case($"Lärm {number}"))]);
        var all = await FindAsync("Lärm");

        var rest = await Index.SearchAsync(Anonymous, new SearchQuery { Text = "Lärm", After = all.Hits[3].Cursor }, Stop);

        Assert.Equal(all.Hits.Skip(4).Select(hit => hit.ItemId), rest.Hits.Select(hit => hit.ItemId));
    }

    private async Task<IReadOnlyList<SearchResults>> PagesAsync(string text, int limit, SearchCursor? after = null)
    {
        List<SearchResults> pages = [];
        do
        {
            pages.Add(await Index.SearchAsync(Anonymous, new SearchQuery { Text = text, Limit = limit, After = after }, Stop));
            after = pages[^1].Next;
        }
        while (after is not null && pages.Count < 50);

        return pages;
    }
}
