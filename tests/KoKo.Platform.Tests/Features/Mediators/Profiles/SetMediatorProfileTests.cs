using System.Net;
using KoKo.Platform.Features.Mediators;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Mediators.Profiles;

public sealed class SetMediatorProfileTests(PlatformWorld world)
{
    private static readonly SetMediatorProfileRequest Example = SetMediatorProfileRequest.Example;

    [Fact]
    public async Task Replaces_the_profile_and_the_listing_follows()
    {
        var mediator = await world.ListedMediatorAsync("public", "network");

        var answer = await SetAsync(mediator, Example with { Name = "Neu Benannt" });

        var profile = answer.As<MediatorProfileResponse>();
        Assert.Equal(("Neu Benannt", 2, "\"2\""), (profile.Name, profile.Version, answer.ETag));
        Assert.Equal(answer.Body, (await mediator.Client.SendAsync<GetMediatorProfile>()).Body);
        Assert.Equal("Neu Benannt", (await world.Anonymous.SendAsync<GetMediator>(new { id = mediator.ListingId })).As<MediatorResponse>().Name);
    }

    [Fact]
    public async Task A_new_zone_moves_the_free_slots()
    {
        var mediator = await world.ListedMediatorAsync();

        (await SetAsync(mediator, Example with { TimeZone = "Europe/Athens" })).As<MediatorProfileResponse>();

        var slots = await mediator.SlotsAsync();
        Assert.Equal("09:00", slots[0].LocalStart[11..]);
        Assert.Equal(slots[0].Start, WallTime.ZoneOf("Europe/Athens").AtStrictly(NodaTime.LocalDateTime.FromDateTime(DateTime.Parse(slots[0].LocalStart, System.Globalization.CultureInfo.InvariantCulture))).ToDateTimeUtc());
    }

    [Fact]
    public async Task Demands_the_version_that_was_seen()
    {
        var mediator = await world.MediatorAsync();

        var missing = await mediator.Client.SendAsync<SetMediatorProfile>(body: Example);
        var stale = await mediator.Client.SendAsync<SetMediatorProfile>(body: Example, headers: ("If-Match", "\"7\""));

        missing.Refused(HttpStatusCode.PreconditionRequired, "if-match-missing");
        stale.Refused(HttpStatusCode.PreconditionFailed, "edited-meanwhile");
        Assert.Equal(("\"1\"", "\"1\""), (missing.ETag, stale.ETag));
        Assert.Equal(1, (await mediator.Client.SendAsync<GetMediatorProfile>()).As<MediatorProfileResponse>().Version);
    }

    [Fact]
    public async Task A_listed_profile_cannot_lose_what_its_listing_needs()
    {
        var mediator = await world.ListedMediatorAsync();

        (await SetAsync(mediator, Example with { Topics = [] })).Refused(HttpStatusCode.UnprocessableEntity, "profile-incomplete");

        Assert.Equal(1, (await mediator.Client.SendAsync<GetMediatorProfile>()).As<MediatorProfileResponse>().Version);
    }

    [Fact]
    public async Task Says_every_broken_rule_at_once()
    {
        var mediator = await world.MediatorAsync();
        var broken = Example with
        {
            Name = "Zeile\r\nBcc: viele@example.org",
            Role = "guru",
            Bio = "Schreiben Sie an karla@example.org",
            TimeZone = "Mars/Olympus",
            LeadTimeHours = 721,
            ContactMail = "x@example.org\r\nBcc: y@example.org",
            Topics = ["neighbourhood", "weather"],
            Regions = ["05112000"],
            Languages = [new LanguageBody("Deutsch!", "gut")],
            Qualifications = [new QualificationBody("doctor", "", new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 1))],
        };

        var answer = await SetAsync(mediator, broken);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(
            [
                "/bio", "/contactMail", "/languages/0/code", "/languages/0/level", "/leadTimeHours", "/name", "/qualifications/0/issuer", "/qualifications/0/kind",
                "/qualifications/0/validUntil", "/regions/0", "/role", "/timeZone", "/topics/1",
            ],
            answer.Pointers.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keeps_the_contact_address_to_itself()
    {
        var mediator = await world.ListedMediatorAsync();
        var address = $"neu-{Guid.NewGuid():N}@mediation.example";

        var answer = await SetAsync(mediator, Example with { ContactMail = address });

        Assert.DoesNotContain('@', answer.Body);
        Assert.Equal(address, await mediator.InsideAsync(db => db.MediatorProfiles.Select(profile => profile.ContactMail).SingleAsync(TestContext.Current.CancellationToken)));
        await mediator.Client.SendAsync<SetMediatorProfile>(body: Example, headers: ("If-Match", "\"2\""));
        Assert.Equal(address, await mediator.InsideAsync(db => db.MediatorProfiles.Select(profile => profile.ContactMail).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("version")]
    [InlineData("listingId")]
    [InlineData("listing")]
    [InlineData("accountId")]
    public async Task Refuses_members_that_cannot_be_set(string member)
    {
        var mediator = await world.MediatorAsync();
        var body = System.Text.Json.JsonSerializer.Serialize(Example, ApiClient.Options).Replace("{\"name\"", $"{{\"{member}\":1,\"name\"", StringComparison.Ordinal);

        var answer = await mediator.Client.SendAsync<SetMediatorProfile>(body: body, headers: ("If-Match", "\"1\""));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    private static Task<ApiAnswer> SetAsync(MediatorCast mediator, SetMediatorProfileRequest request) =>
        mediator.Client.SendAsync<SetMediatorProfile>(body: request, headers: ("If-Match", "\"1\""));
}
