using System.Net;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators.Pages;

public sealed class OwnMediatorPageTests(PlatformWorld world)
{
    [Fact]
    public async Task Publishes_only_with_a_consent_that_was_not_ticked_beforehand()
    {
        var mediator = await world.MediatorAsync();
        using var hub = await world.HubAsync(mediator.Mail);
        var page = await hub.GetAsync("/mein-profil");
        Assert.DoesNotContain(page.Form("veroeffentlichen").Fields, field => field.Name is "consent" or "audiences");

        var refused = await hub.SubmitAsync(page, "veroeffentlichen", ("audiences", "network"));
        Assert.Contains("Ohne Ihre Einwilligung wird nichts veröffentlicht.", refused.Text, StringComparison.Ordinal);
        Assert.Null((await ProfileAsync(mediator)).Listing);
        await hub.SubmitAsync(page, "veroeffentlichen", ("audiences", "network"), ("consent", "true"));

        Assert.Equal(["network"], (await ProfileAsync(mediator)).Listing!.Audiences);
        await hub.SubmitAsync(await hub.GetAsync("/mein-profil"), "zuruecknehmen");
        Assert.Null((await ProfileAsync(mediator)).Listing);
        (await (await world.AppAsync("hamm")).SendAsync<GetMediator>(new { id = mediator.ListingId })).Refused(HttpStatusCode.Gone, "withdrawn");
    }

    [Fact]
    public async Task Changes_the_week_and_blocks_a_day()
    {
        var mediator = await world.ListedMediatorAsync();
        using var hub = await world.HubAsync(mediator.Mail);
        var page = await hub.GetAsync("/mein-profil");

        await hub.SubmitAsync(page, "woche", ("rules.0.weekday", "Tuesday"), ("rules.0.start", "10:00"), ("rules.0.end", "12:00"), ("rules.0.slotMinutes", "120"));
        var slots = await mediator.SlotsAsync();
        Assert.All(slots, slot => Assert.Equal("10:00", slot.LocalStart[11..]));

        var day = slots[0].LocalStart[..10];
        await hub.SubmitAsync(await hub.GetAsync("/mein-profil"), "ausnahme", ("date", day));
        Assert.Equal(slots[1..], await mediator.SlotsAsync());

        await hub.SubmitAsync(await hub.GetAsync("/mein-profil"), $"ausnahme-{day}");
        Assert.Equal(slots, await mediator.SlotsAsync());
    }

    [Fact]
    public async Task Shows_what_is_wrong_with_the_week_and_changes_nothing()
    {
        var mediator = await world.ListedMediatorAsync();
        using var hub = await world.HubAsync(mediator.Mail);

        var refused = await hub.SubmitAsync(
            await hub.GetAsync("/mein-profil"), "woche", ("rules.0.weekday", "Tuesday"), ("rules.0.start", "12:00"), ("rules.0.end", "10:00"), ("rules.0.slotMinutes", "60"));

        Assert.Contains("Das Ende liegt nicht nach dem Anfang.", refused.Text, StringComparison.Ordinal);
        Assert.Equal([MediatorCast.Monday], (await mediator.Client.SendAsync<GetMediatorAvailability>()).As<AvailabilityResponse>().Rules);
    }

    [Fact]
    public async Task Saves_the_profile_unless_it_was_changed_meanwhile()
    {
        var mediator = await world.ListedMediatorAsync();
        using var hub = await world.HubAsync(mediator.Mail);
        var page = await hub.GetAsync("/mein-profil");
        (string, string?)[] fields = [("name", "Umbenannt Probe"), ("role", "consultant"), ("bio", "Neu"), ("languages.0.code", "de"), ("languages.0.level", "native"), ("qualifications.0.kind", null)];

        await hub.SubmitAsync(page, "profil", fields);
        var stale = await hub.SubmitAsync(page, "profil", fields);

        var profile = await ProfileAsync(mediator);
        Assert.Equal(("Umbenannt Probe", "consultant", "Neu", 2), (profile.Name, profile.Role, profile.Bio, profile.Version));
        Assert.Equal(["neighbourhood"], profile.Topics);
        Assert.Equal(["05112"], profile.Regions);
        Assert.Contains("Inzwischen hat jemand anderes das geändert.", stale.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_who_is_no_mediator_how_to_become_one()
    {
        using var hub = await world.HubAsync(Roles.Editor, "hamm");

        Assert.Contains("Sie sind noch nicht als Mediator*in eingeladen.", (await hub.GetAsync("/mein-profil")).Text, StringComparison.Ordinal);
    }

    private static async Task<MediatorProfileResponse> ProfileAsync(MediatorCast mediator) =>
        (await mediator.Client.SendAsync<GetMediatorProfile>()).As<MediatorProfileResponse>();
}
