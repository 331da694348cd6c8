using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Lucene;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KoKo.Platform.Tests.Foundation.Search;

public sealed class SearchIndexerTests(PlatformWorld world) : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("koko-indexer-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Fact]
    public async Task Follows_the_log_to_its_end()
    {
        using var index = new LuceneSearchIndex(path, GermanWords.Curated);
        using var indexer = Indexer(index);
        await LogAsync();

        await indexer.CatchUpAsync(Stop);

        Assert.InRange(await index.GetPositionAsync(Stop), await LastAsync(before: true), long.MaxValue);
    }

    [Fact]
    public async Task Is_woken_by_a_commit_without_looking_in_between()
    {
        using var index = new LuceneSearchIndex(path, GermanWords.Curated);
        using var indexer = Indexer(index);
        await indexer.StartAsync(Stop);
        await LogAsync();
        await DemandAsync(index, await LastAsync(before: true));

        await LogAsync();

        await DemandAsync(index, await LastAsync(before: true));
        await indexer.StopAsync(Stop);
    }

    [Fact]
    public async Task Takes_out_what_is_no_longer_released()
    {
        using var index = new LuceneSearchIndex(path, GermanWords.Curated);
        using var indexer = Indexer(index);
        await indexer.CatchUpAsync(Stop);
        var item = await LogAsync();
        var word = $"w{item:N}"; // no text of the demo world has it
        var gone = new SearchDocument { ItemId = item, Kind = "practice", Audience = "public", Title = word, SortDate = DateTime.UnixEpoch };
        await index.UpdateAsync([new SearchChange("practice", item, [gone])], await index.GetPositionAsync(Stop), Stop);

        await indexer.CatchUpAsync(Stop);

        Assert.Equal(0, (await index.SearchAsync(["public"], new SearchQuery { Text = word }, Stop)).Total);
    }

    [Fact]
    public async Task Reindexing_finds_the_same_as_following()
    {
        using var index = new LuceneSearchIndex(path, GermanWords.Curated);
        using var indexer = Indexer(index);
        await indexer.CatchUpAsync(Stop);
        var (before, position) = (await CountAsync(index), await index.GetPositionAsync(Stop));
        using var output = new StringWriter();

        var exit = await ReindexVerb.RunAsync(indexer, output, Stop);

        Assert.Equal(0, exit);
        Assert.InRange(await index.GetPositionAsync(Stop), position, long.MaxValue);
        Assert.InRange(await CountAsync(index), Math.Min(before, 1), int.MaxValue);
    }

    [Fact]
    public async Task Reindexing_is_refused_while_an_instance_works_on_the_folder()
    {
        using var running = new LuceneSearchIndex(path, GermanWords.Curated);
        await running.GetPositionAsync(Stop);
        using var second = new LuceneSearchIndex(path, GermanWords.Curated);
        using var indexer = Indexer(second);
        using var output = new StringWriter();

        var exit = await ReindexVerb.RunAsync(indexer, output, Stop);

        Assert.Equal(1, exit);
        Assert.StartsWith("A running instance works on the search index.", output.ToString(), StringComparison.Ordinal);
    }

    private SearchIndexer Indexer(ISearchIndex index) => new(
        index,
        world.Services.GetRequiredService<ReleasedLog>(),
        world.Services.GetRequiredService<ReleasedDocuments>(),
        world.Services.GetRequiredService<CommitBell>(),
        NullLogger<SearchIndexer>.Instance)
    {
        Pause = Timeout.InfiniteTimeSpan,
    };

    private static async Task DemandAsync(LuceneSearchIndex index, long position)
    {
        for (var attempt = 0; attempt < 1500 && await index.GetPositionAsync(Stop) < position; attempt++)
        {
            await Task.Delay(20, Stop);
        }

        Assert.InRange(await index.GetPositionAsync(Stop), position, long.MaxValue);
    }

    private static async Task<int> CountAsync(LuceneSearchIndex index) => (await index.SearchAsync(["public"], new SearchQuery(), Stop)).Total;

    private Task<Guid> LogAsync() => world.InsideAsync("hamm", async db =>
    {
        var change = new ReleasedChange("practice", Guid.NewGuid(), OwnerKind.Tenant, db.Context.Tenant!.Id, DateTime.UnixEpoch);
        db.ReleasedChanges.Add(change);
        await db.SaveChangesAsync(Stop);
        return change.ItemId;
    });

    // other tests write at the same time: the log may have grown since
    private Task<long> LastAsync(bool before) => world.InsideAsync("hamm", db =>
        before ? db.ReleasedChanges.Where(change => change.At == DateTime.UnixEpoch).MaxAsync(change => change.Position ?? 0, Stop) : Task.FromResult(0L));
}
