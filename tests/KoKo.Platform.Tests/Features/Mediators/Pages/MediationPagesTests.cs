using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators.Pages;

public sealed class MediationPagesTests(PlatformWorld world)
{
    [Fact]
    public async Task The_directory_shows_whom_the_caller_may_see()
    {
        using var nobody = new HubClient(world);
        using var hamm = await world.HubAsync(Roles.Organiser, "hamm");

        var open = await nobody.GetAsync("/mediation?thema=religion");
        var inside = await hamm.GetAsync("/mediation?thema=religion");

        Assert.DoesNotContain("Deniz Ohnenamen", open.Text, StringComparison.Ordinal);
        Assert.Contains("Deniz Ohnenamen", inside.Text, StringComparison.Ordinal);
        Assert.Contains($"/mediation/{DemoMediator.ListingOf(8)}", inside.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_are_named_and_filters_do_not_talk_about_being_voluntary()
    {
        using var hamm = await world.HubAsync(Roles.Organiser, "hamm");

        var directory = await hamm.GetAsync("/mediation?thema=nightlife_noise");
        var profile = await hamm.GetAsync($"/mediation/{DemoMediator.ListingOf(2)}");

        foreach (var page in (string[])[directory.Text, profile.Text])
        {
            Assert.Contains("Duisburg, Dortmund", page, StringComparison.Ordinal);
            Assert.DoesNotContain("05112", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("freiwillig", directory.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_shows_free_times_and_members_find_the_way_to_ask()
    {
        var mediator = await world.ListedMediatorAsync();
        using var nobody = new HubClient(world);
        using var hamm = await world.HubAsync(Roles.Organiser, "hamm");
        using var reader = await world.HubAsync(Roles.Reader, "hamm");

        Assert.DoesNotContain("Anfrage senden", (await nobody.GetAsync($"/mediation/{mediator.ListingId}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anfrage senden", (await reader.GetAsync($"/mediation/{mediator.ListingId}")).Text, StringComparison.Ordinal);
        var page = await hamm.GetAsync($"/mediation/{mediator.ListingId}");
        Assert.Contains("09:00 bis 10:00 Uhr Anfrage senden", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync($"/mediation/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task A_request_goes_from_form_to_booking()
    {
        var mediator = await world.ListedMediatorAsync();
        var slot = (await mediator.SlotsAsync())[0];
        using var hamm = await world.HubAsync(Roles.Organiser, "kreis-coesfeld");
        var form = await hamm.GetAsync($"/mediation/anfrage?mediator={mediator.ListingId}&beginn={slot.Start:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        Assert.Contains("Bitte keine Namen von Konfliktbeteiligten", form.Text, StringComparison.Ordinal);

        var broken = await hamm.SubmitAsync(form, "anfrage", ("topic", "neighbourhood"), ("level", ""), ("contactFunction", ""));
        Assert.Contains("Bitte prüfen Sie Ihre Eingaben", broken.Text, StringComparison.Ordinal);
        var sent = await hamm.SubmitAsync(form, "anfrage", ("topic", "neighbourhood"), ("level", "intergroup"), ("timeFrame", "Bald"), ("contactFunction", "Stabsstelle"));

        Assert.Equal("/anfragen?getan=angefragt", LocationOf(sent));
        var request = (await mediator.Client.SendAsync<ListMediationRequests>()).As<Page<MediationRequestResponse>>().Items.Single();
        using var hers = await world.HubAsync(mediator.Mail);
        var inbox = await hers.GetAsync("/anfragen");
        Assert.Contains("Kreis Coesfeld", inbox.Text, StringComparison.Ordinal);
        Assert.Equal("/anfragen?getan=zugesagt", LocationOf(await hers.SubmitAsync(inbox, $"annehmen-{request.Id}")));
        Assert.Equal(RequestState.Accepted, (await mediator.Client.SendAsync<GetMediationRequest>(new { request.Id })).As<MediationRequestResponse>().State);

        var list = await hamm.GetAsync("/anfragen");
        Assert.Equal("/anfragen?getan=abgesagt", LocationOf(await hamm.SubmitAsync(list, $"zurueckziehen-{request.Id}")));
        Assert.Equal(RequestState.Cancelled, (await mediator.Client.SendAsync<GetMediationRequest>(new { request.Id })).As<MediationRequestResponse>().State);
    }

    [Fact]
    public async Task A_form_says_when_the_slot_begins_and_ends()
    {
        var mediator = await world.ListedMediatorAsync();
        var slot = (await mediator.SlotsAsync())[0];
        using var hamm = await world.HubAsync(Roles.Organiser, "hamm");

        var form = await hamm.GetAsync($"/mediation/anfrage?mediator={mediator.ListingId}&beginn={slot.Start:yyyy-MM-dd'T'HH:mm:ss'Z'}");

        Assert.Contains($"{slot.LocalStart[11..]} bis {slot.LocalEnd[11..]} Uhr", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_a_time_that_is_promised_already_can_only_be_told_no()
    {
        var mediator = await world.ListedMediatorAsync();
        var slot = (await mediator.SlotsAsync())[0];
        var (first, second) = (await mediator.AskedByAsync(await world.AppAsync("unna"), slot), await mediator.AskedByAsync(await world.AppAsync("herne"), slot));
        using var hers = await world.HubAsync(mediator.Mail);
        var before = await hers.GetAsync("/anfragen");
        await hers.SubmitAsync(before, $"annehmen-{first.Id}");

        var late = await hers.SubmitAsync(before, $"annehmen-{second.Id}");
        var after = await hers.GetAsync("/anfragen");

        Assert.Contains("Zu dieser Zeit gibt es schon eine Buchung", late.Text, StringComparison.Ordinal);
        foreach (var page in (HubPage[])[late, after])
        {
            Assert.Contains("Zu dieser Zeit haben Sie schon einen Termin.", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"annehmen-{second.Id}", page.Html, StringComparison.Ordinal);
            Assert.Contains($"absagen-{second.Id}", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_requests_a_mediator_and_a_member_read_what_to_do()
    {
        using var hers = await world.HubAsync((await world.ListedMediatorAsync()).Mail);
        using var member = await world.HubAsync(Roles.Organiser, "akademie");

        Assert.Contains("Sobald eine Kommune Sie anfragt", (await hers.GetAsync("/anfragen")).Text, StringComparison.Ordinal);
        Assert.Contains("Anfragen stellen Sie im Profil", (await member.GetAsync("/anfragen")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mediator_declines_with_a_reason_that_keeps_the_rules()
    {
        var mediator = await world.ListedMediatorAsync();
        var sent = await mediator.AskedByAsync(await world.AppAsync("unna"), (await mediator.SlotsAsync())[0]);
        using var hers = await world.HubAsync(mediator.Mail);
        var page = await hers.GetAsync("/anfragen");

        var refused = await hers.SubmitAsync(page, $"absagen-{sent.Id}", ($"reason-{sent.Id}", "Mail an x@example.org"));
        Assert.Contains("Bitte keine Mailadressen", refused.Text, StringComparison.Ordinal);
        await hers.SubmitAsync(page, $"absagen-{sent.Id}", ($"reason-{sent.Id}", "Keine Zeit"));

        Assert.Equal("Keine Zeit", (await mediator.Client.SendAsync<GetMediationRequest>(new { sent.Id })).As<MediationRequestResponse>().RefusalReason);
    }

    [Fact]
    public async Task Pages_for_the_signed_in_lead_to_the_sign_in()
    {
        using var nobody = new HubClient(world);

        foreach (var path in (string[])["/anfragen", "/mein-profil", "/mediation/einladung"])
        {
            Assert.StartsWith("/anmelden", LocationOf(await nobody.GetAsync(path)), StringComparison.Ordinal);
        }
    }

    private static string LocationOf(HubPage page)
    {
        Assert.True(page.Location is not null, page.Text);
        return page.Location.IsAbsoluteUri ? page.Location.PathAndQuery : page.Location.ToString();
    }
}
