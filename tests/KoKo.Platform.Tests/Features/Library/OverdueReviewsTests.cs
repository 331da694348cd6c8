using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Library;

public sealed class OverdueReviewsTests(PlatformWorld world)
{
    private readonly string word = "w" + Guid.NewGuid().ToString("N");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_practice_loses_rank_when_its_review_falls_due()
    {
        var fresh = await PublishAsync();
        var due = await PublishAsync();
        Assert.Equal([due.Id, fresh.Id], await FindAsync()); // equally good, and the newer one first

        await FallDueAsync(due.Id);
        await world.Services.GetRequiredService<OverdueReviews>().TellAsync(Stop);

        Assert.Equal([fresh.Id, due.Id], await FindAsync());
    }

    [Fact]
    public async Task Tells_the_indexes_once()
    {
        var (due, fresh) = (await PublishAsync(), await PublishAsync());
        await FallDueAsync(due.Id);

        await world.Services.GetRequiredService<OverdueReviews>().TellAsync(Stop);
        await world.Services.GetRequiredService<OverdueReviews>().TellAsync(Stop);

        Assert.Equal(2, await ChangesAsync(due.Id));
        Assert.Equal(1, await ChangesAsync(fresh.Id));
    }

    private async Task<PracticeResponse> PublishAsync() => await (await world.AppAsync("duisburg")).PublishedAsync(PracticeCast.Complete with { Title = $"Streit {word}" });

    private async Task<IEnumerable<Guid>> FindAsync()
    {
        await world.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(Stop);
        return (await world.Services.GetRequiredService<ISearchIndex>().SearchAsync(["network"], new SearchQuery { Text = word }, Stop)).Hits.Select(hit => hit.ItemId);
    }

    private async Task FallDueAsync(Guid item)
    {
        var owner = new Owner(OwnerKind.Tenant, DemoIds.Tenant("duisburg"));
        await using var scope = await world.Services.GetRequiredService<TenantScopes>().OpenAsync(owner, Stop);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var rows = await scope.ServiceProvider.GetRequiredService<Publisher>().Own<ReleasedPractice>(owner).AsTracking().Where(row => row.ItemId == item).ToListAsync(Stop);
        rows.ForEach(row => db.Entry(row).Property(released => released.ReviewDueAt).CurrentValue = TimeProvider.System.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(Stop);
    }

    private Task<int> ChangesAsync(Guid item) => world.InsideAsync("duisburg", db => db.ReleasedChanges.CountAsync(change => change.ItemId == item, Stop));
}
