using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Lucene;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KoKo.Platform.Tests.Features.Network;

/// <summary>What the database says about the hits of an index that nobody keeps up to date.</summary>
public sealed class VisibleHitsTests(PlatformWorld world) : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("koko-stale-").FullName;
    private readonly LogLines<VisibleHits> log = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(path, recursive: true);

    [Fact]
    public async Task What_was_withdrawn_is_in_no_hit_count_or_facet_before_the_index_knows()
    {
        using var index = new LuceneSearchIndex(path, GermanWords.Curated);
        var duisburg = await world.AppAsync("duisburg");
        var (gone, kept) = (await duisburg.PublishedAsync(PracticeCast.Complete), await duisburg.PublishedAsync(PracticeCast.Complete));
        await HoldAsync(index, await world.Services.GetRequiredService<ISearchIndex>().GetPositionAsync(Stop), gone.Id, kept.Id);

        await duisburg.SendAsync<WithdrawPractice>(new { id = gone.Id });

        await using var scope = await OpenAsync("krefeld");
        var withdrawn = await Visible(scope, index).WithdrawnAsync(Stop);
        Assert.Contains(("practice", gone.Id), withdrawn);
        Assert.DoesNotContain(("practice", kept.Id), withdrawn);
        var found = await index.SearchAsync(["network"], new SearchQuery { Text = "Wiedergänger", Without = withdrawn }, Stop);
        Assert.Equal([kept.Id], found.Hits.Select(hit => hit.ItemId));
        Assert.Equal((1, 1), (found.Total, found.Facets["kind"]["practice"]));
    }

    [Fact]
    public async Task What_is_only_narrowed_is_withdrawn_for_those_who_lose_it()
    {
        using var index = new LuceneSearchIndex(path, GermanWords.Curated);
        var duisburg = await world.AppAsync("duisburg");
        var content = PracticeCast.Complete with { Contributors = [] };
        var practice = await duisburg.PublishedAsync(content, "public", "network");
        var position = await world.Services.GetRequiredService<ISearchIndex>().GetPositionAsync(Stop);
        await HoldAsync(index, position, practice.Id);

        await duisburg.SendAsync<PublishPractice>(new { id = practice.Id }, body: new { audiences = (string[])["network"] });

        await using var network = await OpenAsync("krefeld");
        await using var anonymous = world.Services.GetRequiredService<TenantScopes>().Open(TenantContext.Anonymous);
        Assert.DoesNotContain(("practice", practice.Id), await Visible(network, index).WithdrawnAsync(Stop));
        Assert.Contains(("practice", practice.Id), await Visible(anonymous, index).WithdrawnAsync(Stop));
    }

    [Fact]
    public async Task A_document_that_nobody_released_is_dropped_and_told()
    {
        using var index = new LuceneSearchIndex(path, GermanWords.Curated);
        var planted = Guid.NewGuid();
        await HoldAsync(index, long.MaxValue, planted);

        await using var scope = await OpenAsync("krefeld");
        var hits = (await index.SearchAsync(["network"], new SearchQuery { Text = "Wiedergänger" }, Stop)).Hits;
        var shown = await Visible(scope, index).OfAsync(hits, Stop);

        Assert.Single(hits);
        Assert.Empty(shown);
        var (told, level, text) = Assert.Single(log.All);
        Assert.Equal((4101, "ForeignSearchDocument", LogLevel.Warning), (told.Id, told.Name, level));
        Assert.Contains(planted.ToString(), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_that_was_withdrawn_a_moment_ago_is_dropped_without_a_word()
    {
        using var index = new LuceneSearchIndex(path, GermanWords.Curated);
        var duisburg = await world.AppAsync("duisburg");
        var practice = await duisburg.PublishedAsync(PracticeCast.Complete);
        await HoldAsync(index, 1, practice.Id);
        await duisburg.SendAsync<WithdrawPractice>(new { id = practice.Id });

        await using var scope = await OpenAsync("krefeld");
        var shown = await Visible(scope, index).OfAsync((await index.SearchAsync(["network"], new SearchQuery { Text = "Wiedergänger" }, Stop)).Hits, Stop);

        Assert.Empty(shown);
        Assert.Empty(log.All);
    }

    private static Task HoldAsync(LuceneSearchIndex index, long position, params Guid[] ids) => index.UpdateAsync(
        [
            .. ids.Select(id => new SearchChange("practice", id,
            [
                new SearchDocument { ItemId = id, Kind = "practice", Audience = "network", Title = "Wiedergänger", SortDate = DateTime.UnixEpoch },
            ])),
        ],
        position,
        Stop);

    private Task<AsyncServiceScope> OpenAsync(string slug) =>
        world.Services.GetRequiredService<TenantScopes>().OpenAsync(new Owner(OwnerKind.Tenant, DemoIds.Tenant(slug)), Stop);

    private VisibleHits Visible(AsyncServiceScope scope, LuceneSearchIndex index)
    {
        var (db, sources) = (scope.ServiceProvider.GetRequiredService<PlatformDb>(), scope.ServiceProvider.GetServices<ISearchDocumentSource>().ToList());
        return new VisibleHits(db, sources, new IndexLag(index, db, sources), log);
    }
}
