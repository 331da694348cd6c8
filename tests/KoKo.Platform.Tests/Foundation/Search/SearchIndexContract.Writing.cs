using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Fact]
    public async Task A_change_replaces_all_rows_of_its_item()
    {
        var id = Guid.NewGuid();
        await AddAsync(Case("Lärm", id: id) with { ShadowedBy = ["network"] }, Case("Lärm im Netz", audience: "network", id: id));

        await AddAsync(Case("Ruhe", id: id));

        Assert.Empty(await TitlesAsync("Lärm", Network));
        Assert.Equal(["Ruhe"], await TitlesAsync("Ruhe", Network));
    }

    [Fact]
    public async Task A_change_without_documents_deletes_its_item()
    {
        var id = Guid.NewGuid();
        await AddAsync(Case("Lärm", id: id), Case("Lärm bleibt"));

        await Index.UpdateAsync([new SearchChange("practice", id, [])], 7, Stop);

        Assert.Equal(["Lärm bleibt"], await TitlesAsync("Lärm"));
    }

    [Fact]
    public async Task Begins_at_position_0()
    {
        Assert.Equal(0, await Index.GetPositionAsync(Stop));
        Assert.Empty(await TitlesAsync(""));
    }

    [Fact]
    public async Task Documents_and_position_survive_a_restart()
    {
        await Index.UpdateAsync([Change(Case("Lärm"))], 41, Stop);
        await Index.UpdateAsync([], 42, Stop);

        Index = await OpenAsync();

        Assert.Equal(42, await Index.GetPositionAsync(Stop));
        Assert.Equal(["Lärm"], await TitlesAsync("Lärm"));
    }

    [Fact]
    public async Task A_rebuild_replaces_everything()
    {
        await AddAsync(Case("Alt"));

        await Index.RebuildAsync(Stream(Case("Neu")), 12, Stop);

        Assert.Equal(["Neu"], await TitlesAsync(""));
        Assert.Equal(12, await Index.GetPositionAsync(Stop));

        Index = await OpenAsync();
        Assert.Equal(["Neu"], await TitlesAsync(""));
        Assert.Equal(12, await Index.GetPositionAsync(Stop));
    }

    [Fact]
    public async Task Searches_go_on_during_a_rebuild()
    {
        await AddAsync(Case("Lärm"));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var searching = Task.Run(
            async () =>
            {
                var found = new HashSet<int>();
                while (!done.IsCancellationRequested)
                {
                    found.Add((await FindAsync("Lärm")).Total);
                }

                return found;
            },
            Stop);

        for (var round = 1; round <= 5; round++)
        {
            await Index.RebuildAsync(Stream(Case("Lärm")), round, Stop);
        }

        await done.CancelAsync();
        Assert.Equal([1], await searching);
    }

    [Fact]
    public async Task Updates_during_a_rebuild_are_not_lost()
    {
        var (gone, changed) = (Case("Verschwindet"), Case("Vorher"));
        await Index.UpdateAsync([Change(gone), Change(changed)], 5, Stop);

        await Index.RebuildAsync(Interrupted(), 5, Stop);

        Assert.Equal(["Nachher", "Neu"], (await TitlesAsync("")).Order(StringComparer.Ordinal));
        Assert.Equal(7, await Index.GetPositionAsync(Stop));

        async IAsyncEnumerable<SearchDocument> Interrupted()
        {
            yield return gone;
            yield return changed;
            await Index.UpdateAsync([new SearchChange(gone.Kind, gone.ItemId, []), Change(changed with { Title = "Nachher" })], 6, Stop);
            await Index.UpdateAsync([Change(Case("Neu"))], 7, Stop);
        }
    }

    [Fact]
    public async Task A_rebuild_from_older_documents_asks_for_a_replay()
    {
        await Index.UpdateAsync([Change(Case("Lärm"))], 9, Stop);

        await Index.RebuildAsync(Stream(Case("Älter")), 4, Stop);

        Assert.Equal(4, await Index.GetPositionAsync(Stop));
    }

    [Fact]
    public async Task A_failed_rebuild_changes_nothing()
    {
        await Index.UpdateAsync([Change(Case("Lärm"))], 3, Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Index.RebuildAsync(Broken(), 8, Stop));

        Assert.Equal(["Lärm"], await TitlesAsync(""));
        Assert.Equal(3, await Index.GetPositionAsync(Stop));

        static async IAsyncEnumerable<SearchDocument> Broken()
        {
            yield return Case("Halb");
            await Task.Yield();
            throw new InvalidOperationException("The database went away.");
        }
    }

    private protected static SearchChange Change(SearchDocument document) => new(document.Kind, document.ItemId, [document]);

    private protected static async IAsyncEnumerable<SearchDocument> Stream(params SearchDocument[] documents)
    {
        foreach (var document in documents)
        {
            await Task.Yield();
            yield return document;
        }
    }
}
