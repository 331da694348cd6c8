using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Library;

/// <summary>An installation without a region register. The demo world has one: here it is away for the length of a transaction.</summary>
public sealed class NoRegionRegisterTests(PlatformWorld world)
{
    [Fact]
    public async Task Refuses_a_place_that_is_only_coarsened()
    {
        var practice = await ReleasedAsync("place_coarsened");

        var refused = await Assert.ThrowsAsync<ProblemException>(() => PublishedWithoutRegisterAsync(practice.Id));

        Assert.Equal(("no-region-register", 409), (refused.Problem.Code, refused.Problem.Status));
        Assert.Equal(PracticeState.Released, (await (await world.AppAsync("dueren")).GetAsync(practice.Id)).State);
    }

    [Fact]
    public async Task Says_of_a_composite_practice_that_it_is_from_somewhere()
    {
        var practice = await ReleasedAsync("composite");

        var row = await PublishedWithoutRegisterAsync(practice.Id);

        Assert.Equal(("eine Kommune", null, null), (row.PublisherLabel, row.Content.LandKey, row.Content.PopulationClass));
    }

    [Fact]
    public async Task Names_the_publisher_of_a_practice_that_hides_persons_only()
    {
        var practice = await ReleasedAsync("persons_removed");

        var row = await PublishedWithoutRegisterAsync(practice.Id);

        Assert.Equal(("dueren", "05"), (row.NamedPublisherSlug, row.Content.LandKey));
    }

    private async Task<PracticeResponse> ReleasedAsync(string level) =>
        await (await world.AppAsync("dueren")).InStateAsync(PracticeState.Released, PracticeCast.Complete with { AnonymisationLevel = level });

    private Task<ReleasedPractice> PublishedWithoutRegisterAsync(Guid id) => world.InsideAsync("dueren", async db =>
    {
        await using var passing = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await db.Set<Region>().ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await new PracticePublisher(db, new Publisher(db, TimeProvider.System), TimeProvider.System).PublishAsync(id, [Audience.Network], _ => { }, TestContext.Current.CancellationToken);
        return await db.ReleasedPractices.AsNoTracking().SingleAsync(row => row.ItemId == id, TestContext.Current.CancellationToken);
    });
}
