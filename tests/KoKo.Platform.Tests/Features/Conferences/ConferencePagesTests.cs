using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Foundation.Web;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class ConferencePagesTests(PlatformWorld world)
{
    [Fact]
    public async Task Anybody_sees_what_is_public_and_members_see_more()
    {
        var ofAnybody = await world.PageAsync("/konferenzen");
        using var hamm = await world.HubAsync(Roles.Reader, "hamm");

        var ofHamm = await hamm.GetAsync("/konferenzen");

        Assert.Equal("Konferenzen", ofAnybody.Heading());
        Assert.Contains("Netzwerkkonferenz: Konflikte früh erkennen", ofAnybody.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Werkstatttag", ofAnybody.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Werkstatttag: Schwierige Sitzungen gut leiten", ofHamm.Text, StringComparison.Ordinal);
        Assert.Contains("noch ein Platz frei von 12", ofHamm.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_shows_the_programme_by_time_and_asks_strangers_to_sign_in()
    {
        var page = await world.PageAsync($"/konferenzen/{DemoConferences.WithFreeSeats}");

        Assert.Equal("Netzwerkkonferenz: Konflikte früh erkennen", page.Heading());
        Assert.Equal(9, page.QuerySelectorAll(".koko-programme__item").Length);
        Assert.Equal("Ankommen und Begrüßung", page.QuerySelector(".koko-programme__title")?.TextContent);
        Assert.DoesNotContain("Saal", page.QuerySelector(".koko-programme")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/anmelden?ReturnUrl=%2Fkonferenzen%2F{DemoConferences.WithFreeSeats}", page.Links.Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_one_may_not_see_is_a_page_of_its_status()
    {
        var office = await world.AppAsync("office");
        var withdrawn = (await office.PublishedAsync(ConferenceDrafts.Body(audiences: Audience.Public))).Id;
        await office.SendAsync<WithdrawConference>(new { id = withdrawn });

        foreach (var (path, status) in new[]
        {
            ($"/konferenzen/{withdrawn}", HttpStatusCode.Gone),
            ($"/konferenzen/{DemoConferences.Full}", HttpStatusCode.NotFound),
            ($"/konferenzen/{DemoConferences.Full}/kalender.ics", HttpStatusCode.NotFound),
            ("/konferenzen/verwalten", HttpStatusCode.Redirect),
        })
        {
            var (answer, _) = await world.OpenAsync(path);
            Assert.Equal((path, status), (path, answer.StatusCode));
            answer.Dispose();
        }
    }

    [Fact]
    public async Task A_member_registers_is_told_and_cancels()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 3))).Id;
        using var hub = await world.HubAsync(Roles.Editor, "herne");
        var page = await hub.GetAsync($"/konferenzen/{id}");

        var broken = await hub.SubmitAsync(page, "teilnehmen", ("participantName", ""));
        var sent = await hub.SubmitAsync(broken, "teilnehmen", ("participantName", "Kim Beispiel"), ("note", "Vegetarisch"));
        var registered = await hub.GetAsync($"/konferenzen/{id}");

        Assert.Contains("Bitte prüfen Sie Ihre Eingaben", broken.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains("Sie sind angemeldet", registered.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await office.SeatsAsync(id)).Free);

        await hub.SubmitAsync(registered, "absagen");
        Assert.Equal(3, (await office.SeatsAsync(id)).Free);
    }

    [Fact]
    public async Task A_refusal_is_told_on_the_page()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 1, waitingListSize: 0))).Id;
        using var hub = await world.HubAsync(Roles.Editor, "herne");
        var page = await hub.GetAsync($"/konferenzen/{id}");
        await office.RegisteredAsync(id);

        var refused = await hub.SubmitAsync(page, "teilnehmen", ("participantName", "Kim Beispiel"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("Alle Plätze sind vergeben, und die Warteliste nimmt niemanden mehr auf.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(new SeatsResponse(1, 0, 0, 0), await office.SeatsAsync(id));
        Assert.DoesNotContain("Sie kommen auf die Warteliste", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("teilnehmen\"", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withdrawn_is_not_said_to_have_failed_to_be_saved()
    {
        var office = await world.AppAsync("office");
        var withdrawn = (await office.PublishedAsync(ConferenceDrafts.Body(audiences: Audience.Public))).Id;
        await office.SendAsync<WithdrawConference>(new { id = withdrawn });

        var (answer, page) = await world.OpenAsync($"/konferenzen/{withdrawn}");

        using (answer)
        {
            Assert.Equal(("Dieser Inhalt wurde zurückgezogen", "Wer ihn veröffentlicht hat, stellt ihn nicht mehr bereit."), (page.Heading(), page.QuerySelector(".koko-lead")!.TextContent));
        }
    }

    [Fact]
    public async Task A_member_gets_the_calendar_file_with_her_cookie()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body("Fachtag im Kalender"))).Id;
        using var hub = await world.HubAsync(Roles.Reader, "herne");

        var file = await hub.GetAsync($"/konferenzen/{id}/kalender.ics");

        Assert.Equal("Fachtag im Kalender", ConferenceCalendarTests.TheEvent(file.Html).Summary);
    }

    [Fact]
    public async Task The_organiser_reads_who_comes_and_nobody_else_does()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 1))).Id;
        await (await world.AppAsync("hamm")).RegisteredAsync(id, "Kim Beispiel");
        await (await world.AppAsync("hamm")).RegisteredAsync(id, "Robin Muster");
        using var organiser = await world.HubAsync(Roles.Organiser, "office");
        using var stranger = await world.HubAsync(Roles.Organiser, "hamm");

        var all = await organiser.GetAsync($"/konferenzen/{id}/anmeldungen");
        var waiting = await organiser.GetAsync($"/konferenzen/{id}/anmeldungen?stand=waiting");

        Assert.Contains("1 bestätigt, 1 auf der Warteliste, 0 frei.", all.Text, StringComparison.Ordinal);
        Assert.Contains("Kim Beispiel", all.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kim Beispiel", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("Warteliste, Platz 1", waiting.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/konferenzen/{id}/anmeldungen")).Status);
    }
}
