using System.Net;
using KoKo.Platform.Features.Mediators;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Mediators.Listings;

public sealed class WithdrawMediatorListingTests(PlatformWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_withdrawn_listing_is_gone_everywhere()
    {
        var name = $"Zurückgezogen {Guid.NewGuid():N}";
        var mediator = await world.MediatorAsync(name, "public", "network");
        var hamm = await world.AppAsync("hamm");
        var slot = (await mediator.SlotsAsync())[0];
        await world.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(Stop);
        Assert.True(await FoundAsync(hamm, mediator));

        Assert.Equal(HttpStatusCode.NoContent, (await mediator.Client.SendAsync<WithdrawMediatorListing>()).Status);

        foreach (var caller in (ApiClient[])[hamm, world.Anonymous])
        {
            (await caller.SendAsync<GetMediator>(new { id = mediator.ListingId })).Refused(HttpStatusCode.Gone, "withdrawn");
            (await caller.SendAsync<ListSlots>(new { id = mediator.ListingId })).Refused(HttpStatusCode.Gone, "withdrawn");
            Assert.DoesNotContain(name, (await caller.SendAsync<ListMediators>(query: new { limit = 100, topic = "neighbourhood" })).Body, StringComparison.Ordinal);
            Assert.False(await FoundAsync(caller, mediator));
        }

        (await hamm.SendAsync<RequestMediation>(body: mediator.Asking(slot))).Refused(HttpStatusCode.NotFound, "not-found");
        Assert.NotNull(await mediator.InsideAsync(db => db.ListingConsents.Select(consent => consent.WithdrawnAt).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Those_who_never_saw_it_do_not_learn_that_there_was_one()
    {
        var mediator = await world.ListedMediatorAsync("network");

        await mediator.Client.SendAsync<WithdrawMediatorListing>();

        (await world.Anonymous.SendAsync<GetMediator>(new { id = mediator.ListingId })).Refused(HttpStatusCode.NotFound, "not-found");
        (await (await world.AppAsync("hamm")).SendAsync<GetMediator>(new { id = mediator.ListingId })).Refused(HttpStatusCode.Gone, "withdrawn");
    }

    [Fact]
    public async Task What_is_not_listed_cannot_be_withdrawn()
    {
        var mediator = await world.MediatorAsync();

        (await mediator.Client.SendAsync<WithdrawMediatorListing>()).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task It_can_be_published_again_under_its_id()
    {
        var mediator = await world.ListedMediatorAsync("public");
        await mediator.Client.SendAsync<WithdrawMediatorListing>();

        (await mediator.Client.SendAsync<PublishMediatorListing>(body: new PublishMediatorListingRequest(["public"], ConsentText.Version))).As<MediatorListingResponse>(HttpStatusCode.Created);

        Assert.NotEmpty(await mediator.SlotsAsync());
    }

    private static async Task<bool> FoundAsync(ApiClient caller, MediatorCast mediator) =>
        (await caller.SendAsync<SearchNetwork>(query: new { q = "Zurückgezogen", kind = "mediator" })).Body.Contains(mediator.ListingId.ToString(), StringComparison.Ordinal);
}
