using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Lucene;

namespace KoKo.Platform.Tests.Foundation.Search;

public sealed class LuceneSearchIndexTests : SearchIndexContract
{
    private readonly string path = Directory.CreateTempSubdirectory("koko-search-").FullName;
    private LuceneSearchIndex? open;

    public override ValueTask DisposeAsync()
    {
        open?.Dispose();
        Directory.Delete(path, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_folder_belongs_to_one_index()
    {
        await AddAsync(Case("Lärm"));
        using var second = new LuceneSearchIndex(path, GermanWords.Curated);

        var refusal = await Assert.ThrowsAsync<SearchUnavailableException>(() => second.GetPositionAsync(Stop));

        Assert.True(refusal.IsLocked);
        Assert.Equal(["Lärm"], await TitlesAsync("Lärm"));
    }

    [Theory]
    [InlineData("*.cfs")]
    [InlineData("segments_*")]
    [InlineData("*.si")]
    public async Task A_damaged_index_starts_empty(string files)
    {
        await Index.UpdateAsync([Change(Case("Lärm"))], 5, Stop);
        open!.Dispose();
        foreach (var file in Directory.GetFiles(path, files, SearchOption.AllDirectories))
        {
            await File.WriteAllBytesAsync(file, [1, 2, 3], Stop);
        }

        Index = await OpenAsync();

        Assert.Equal(0, await Index.GetPositionAsync(Stop));
        Assert.Empty(await TitlesAsync(""));
        await Index.UpdateAsync([Change(Case("Neu"))], 5, Stop);
        Assert.Equal(["Neu"], await TitlesAsync(""));
    }

    [Fact]
    public async Task A_lost_folder_starts_empty()
    {
        await Index.UpdateAsync([Change(Case("Lärm"))], 5, Stop);
        open!.Dispose();
        Directory.Delete(path, recursive: true);

        Index = await OpenAsync();

        Assert.Equal(0, await Index.GetPositionAsync(Stop));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_unavailable()
    {
        var file = Path.Combine(path, "file");
        await File.WriteAllTextAsync(file, "no folder", Stop);
        using var index = new LuceneSearchIndex(file, GermanWords.Curated);

        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SearchAsync(Anonymous, new SearchQuery(), Stop));
    }

    /// <summary>The other engine cannot say how near words must be.</summary>
    [Fact]
    public async Task Words_that_are_far_apart_are_a_compound_only_where_nothing_is_nearer()
    {
        var apart = Case("Bericht", $"Das Werk begann früh. {string.Concat(Enumerable.Repeat("Danach kam vieles. ", 20))} Der Platz blieb leer.");
        await AddAsync(apart);
        var alone = await FindAsync("Werkplatz");
        await AddAsync(Case("Protokoll", "Der Platz vor dem Werk blieb leer."));

        Assert.Equal((true, "Bericht"), (alone.Relaxed, Assert.Single(Titles(alone))));
        Assert.Equal(["Protokoll"], await TitlesAsync("Werkplatz"));
    }

    private protected override Task<ISearchIndex> OpenAsync()
    {
        open?.Dispose();
        open = new LuceneSearchIndex(path, Words);
        return Task.FromResult<ISearchIndex>(open);
    }
}
