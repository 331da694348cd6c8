using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Fact]
    public async Task Nothing_is_lost_that_is_written_while_it_is_rebuilt()
    {
        var documents = Enumerable.Range(0, 60).Select(number => Case($"Lärm {number}")).ToArray();
        await Index.UpdateAsync([.. documents.Select(Change)], 1, Stop);
        var begun = new TaskCompletionSource();
        var rebuilding = Index.RebuildAsync(Slowly(), 1, Stop);
        await begun.Task;

        for (var number = 0; number < 20; number++)
        {
            var (gone, changed) = (documents[3 * number], documents[(3 * number) + 1]);
            await Index.UpdateAsync([new SearchChange(gone.Kind, gone.ItemId, []), Change(changed with { Title = $"Ruhe {number}" }), Change(Case($"Stille {number}"))], 2 + number, Stop);
        }

        await rebuilding;

        Assert.Equal(21, await Index.GetPositionAsync(Stop));
        Assert.Equal((20, 20, 20), ((await FindAsync("Lärm")).Total, (await FindAsync("Ruhe")).Total, (await FindAsync("Stille")).Total));

        async IAsyncEnumerable<SearchDocument> Slowly()
        {
            foreach (var document in documents)
            {
                begun.TrySetResult();
                await Task.Delay(5, Stop);
                yield return document;
            }
        }
    }
}
