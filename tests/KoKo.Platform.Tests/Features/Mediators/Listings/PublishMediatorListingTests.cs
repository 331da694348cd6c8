using System.Net;
using KoKo.Platform.Features.Mediators;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Mediators.Listings;

public sealed class PublishMediatorListingTests(PlatformWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_public_sees_fewer_fields_than_the_network()
    {
        var mediator = await world.ListedMediatorAsync("public", "network");

        var open = await SeenByAsync(world.Anonymous, mediator);
        var inside = await SeenByAsync(await world.AppAsync("hamm"), mediator);

        Assert.Equal(("Mediatorin", "mediator", true), (open.TitleForm, open.Role, open.Online));
        Assert.Equal(["neighbourhood"], open.Topics);
        Assert.Equal(["de", "tr"], open.Languages.Select(language => language.Code));
        Assert.Equal(["association_license"], open.Qualifications.Select(qualification => qualification.Kind));
        Assert.Equal((null, null, null, null), (open.Organisation, open.Bio, open.RadiusKm, open.FeeBand));
        Assert.Empty(open.Methods);
        Assert.Equal(("Büro Probe", "Ein Satz über die Arbeit.", 50, "by_arrangement"), (inside.Organisation, inside.Bio, inside.RadiusKm, inside.FeeBand));
        Assert.Equal(["mediation"], inside.Methods);
    }

    [Fact]
    public async Task Records_what_was_agreed_to()
    {
        var mediator = await world.ListedMediatorAsync("network");

        var consent = await mediator.InsideAsync(db => db.ListingConsents.SingleAsync(Stop));

        Assert.Equal((ConsentText.Version, ConsentText.Hash, mediator.AccountId.ToString()), (consent.TextVersion, consent.TextHash, consent.Actor));
        Assert.Equal(["network"], consent.Audiences);
        Assert.Equal(ConsentText.NetworkFields, consent.Fields);
        Assert.Null(consent.WithdrawnAt);
    }

    [Fact]
    public async Task A_new_consent_replaces_the_audiences()
    {
        var mediator = await world.ListedMediatorAsync("public", "network");

        (await PublishAsync(mediator, "network")).As<MediatorListingResponse>(HttpStatusCode.Created);

        (await world.Anonymous.SendAsync<GetMediator>(new { id = mediator.ListingId })).Refused(HttpStatusCode.Gone, "withdrawn");
        Assert.Equal(mediator.ListingId, (await SeenByAsync(await world.AppAsync("hamm"), mediator)).Id);
        Assert.Equal([false, true], await mediator.InsideAsync(db => db.ListingConsents.OrderBy(consent => consent.GivenAt).Select(consent => consent.WithdrawnAt == null).ToListAsync(Stop)));
    }

    [Fact]
    public async Task Each_caller_sees_a_listing_once_however_many_audiences_she_holds()
    {
        var tenant = $"tenant:{Demo.DemoIds.Tenant("hamm")}";
        var mediator = await world.ListedMediatorAsync("public", "network", "land:05", "district:05915", tenant);
        var hamm = await world.AppAsync("hamm");

        Assert.Single(await ListAsync(hamm), entry => entry.Id == mediator.ListingId);
        Assert.Single(await ListAsync(world.Anonymous), entry => entry.Id == mediator.ListingId);
        Assert.NotEmpty(await mediator.SlotsAsync(caller: hamm));
    }

    [Fact]
    public async Task Refuses_another_version_of_the_text()
    {
        var mediator = await world.MediatorAsync();

        var answer = await mediator.Client.SendAsync<PublishMediatorListing>(body: new PublishMediatorListingRequest(["public"], "1999-1"));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "consent-outdated");
        Assert.Equal(["/consentVersion"], answer.Pointers);
        await NothingListedAsync(mediator);
    }

    [Theory]
    [InlineData]
    [InlineData("everybody")]
    [InlineData("land:17")]
    [InlineData("public", "public")]
    [InlineData("tenant:{d0f0}")]
    public async Task Refuses_audiences_that_are_none(params string[] audiences)
    {
        var mediator = await world.MediatorAsync();

        (await PublishAsync(mediator, audiences)).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        await NothingListedAsync(mediator);
    }

    [Fact]
    public async Task Refuses_an_incomplete_profile_with_everything_it_lacks()
    {
        var mediator = await world.MediatorAsync();
        var bare = SetMediatorProfileRequest.Example with { Topics = [], Languages = [], Regions = [], Online = false };
        (await mediator.Client.SendAsync<SetMediatorProfile>(body: bare, headers: ("If-Match", "\"1\""))).As<MediatorProfileResponse>();

        var answer = await PublishAsync(mediator, "public");

        answer.Refused(HttpStatusCode.UnprocessableEntity, "profile-incomplete");
        Assert.Equal(["/topics", "/languages", "/regions"], answer.Pointers);
        await NothingListedAsync(mediator);
    }

    [Fact]
    public async Task Is_not_for_whoever_is_no_mediator() =>
        (await (await world.PersonAsync(Roles.Organiser, "hamm")).SendAsync<PublishMediatorListing>(body: new PublishMediatorListingRequest(["public"], ConsentText.Version)))
            .Refused(HttpStatusCode.NotFound, "not-found");

    private static async Task<MediatorResponse> SeenByAsync(ApiClient caller, MediatorCast mediator) =>
        (await caller.SendAsync<GetMediator>(new { id = mediator.ListingId })).As<MediatorResponse>();

    private static async Task<IReadOnlyList<MediatorResponse>> ListAsync(ApiClient caller) =>
        (await caller.SendAsync<ListMediators>(query: new { limit = 100, topic = "neighbourhood" })).As<Platform.Foundation.Http.Page<MediatorResponse>>().Items;

    private static Task<ApiAnswer> PublishAsync(MediatorCast mediator, params string[] audiences) =>
        mediator.Client.SendAsync<PublishMediatorListing>(body: new PublishMediatorListingRequest(audiences, ConsentText.Version));

    private async Task NothingListedAsync(MediatorCast mediator)
    {
        Assert.Empty(await mediator.InsideAsync(db => db.ListingConsents.ToListAsync(Stop)));
        (await (await world.AppAsync("hamm")).SendAsync<GetMediator>(new { id = mediator.ListingId })).Refused(HttpStatusCode.NotFound, "not-found");
    }
}
