using System.Net;
using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Foundation.Web;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Tenants;

public sealed class TenantPagesTests(PlatformWorld world)
{
    [Fact]
    public async Task The_directory_shows_who_is_there_and_can_be_narrowed()
    {
        var page = await world.PageAsync("/kommunen?art=district&land=05");

        Assert.Equal("Mitglieder des Netzwerks", page.Heading());
        Assert.Equal("Kreis Coesfeld", page.QuerySelector(".koko-card__title a")!.TextContent.Trim());
        Assert.Equal(5, page.QuerySelectorAll(".koko-card").Length);
    }

    [Fact]
    public async Task A_tenants_page_shows_its_place()
    {
        var page = await world.PageAsync("/kommunen/duisburg");

        Assert.Equal("Duisburg", page.Heading());
        Assert.Equal(["Stadt oder Gemeinde", "Nordrhein-Westfalen", "05112000"], page.QuerySelectorAll("dd").Select(fact => fact.TextContent.Trim()));
        using var http = world.Http();
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/kommunen/nirgendwo", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_town_is_called_as_people_call_it_and_its_official_name_stands_below()
    {
        var directory = await world.PageAsync("/kommunen?art=municipality&land=05");
        var bocholt = await world.PageAsync("/kommunen/bocholt");

        Assert.Contains("Bocholt", directory.QuerySelectorAll(".koko-card__title a").Select(link => link.TextContent.Trim()));
        Assert.Equal("Bocholt", bocholt.Heading());
        Assert.Equal(["Stadt oder Gemeinde", "Bocholt, Stadt"], bocholt.QuerySelectorAll("dd").Take(2).Select(fact => fact.TextContent.Trim()));
    }

    [Fact]
    public async Task A_form_with_mistakes_comes_back_with_all_of_them_and_everything_typed()
    {
        using var hub = new HubClient(world);
        var page = await hub.SubmitAsync(
            await hub.GetAsync("/mitmachen"), "mitmachen", ("Kind", "municipality"), ("Name", "Musterstadt"), ("RegionKey", "5112000"), ("ContactName", ""), ("ContactMail", "kim"), ("ContactFunction", "Amt 1"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var shown = Read(page);
        Assert.Equal(["#feld-regionkey", "#feld-contactname", "#feld-contactmail"], shown.QuerySelectorAll(".koko-error-list a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(shown.QuerySelector("input#feld-regionkey[aria-invalid=true]"));
        Assert.Equal("Amtlicher Schlüssel: Ein Gemeindeschlüssel hat 8 (AGS) oder 12 (ARS) Ziffern, hier sind es 7. Führende Nullen gehören dazu und werden nicht ergänzt.", shown.QuerySelector(".koko-error-list a")!.TextContent);
        Assert.Equal(["Musterstadt", "5112000", "", "Amt 1", "kim"], shown.QuerySelectorAll("form input[type=text], form input[type=email]").Select(input => input.GetAttribute("value") ?? ""));
        Assert.Equal("municipality", shown.QuerySelector("select[name=Kind] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_only_the_platform_knows_is_said_on_the_form_too()
    {
        using var hub = new HubClient(world);
        var page = await ApplyAsync(hub, Applicants.Request("05112000"));

        Assert.Contains("Für diesen Schlüssel gibt es schon ein Mitglied des Netzwerks.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_by_form_is_approved_on_the_offices_page()
    {
        var request = Applicants.Request();
        using var applicant = new HubClient(world);
        Assert.Equal("/mitmachen?gesendet=ja", (await ApplyAsync(applicant, request)).Location?.ToString().Replace(world.Address.ToString().TrimEnd('/'), "", StringComparison.Ordinal));

        using var office = await world.HubAsync(Roles.Administrator, "office");
        var list = Read(await office.GetAsync("/geschaeftsstelle/antraege"));
        var href = list.QuerySelectorAll(".koko-result__link").Single(link => link.TextContent == request.Name).GetAttribute("href")!;
        await office.SubmitAsync(await office.GetAsync(href), "annehmen");

        Assert.Contains("angenommen", (await office.GetAsync(href)).Text, StringComparison.Ordinal);
        Assert.NotEqual("", PlatformWorld.TokenIn(await world.MailToAsync(request.ContactMail)));
    }

    [Fact]
    public async Task A_refusal_on_the_page_needs_its_reason()
    {
        var id = await world.AppliesAsync(Applicants.Request());
        using var office = await world.HubAsync(Roles.Administrator, "office");
        var path = $"/geschaeftsstelle/antraege/{id}";

        var without = await office.SubmitAsync(await office.GetAsync(path), "ablehnen", ("Reason", ""));
        Assert.Contains("Begründung: Diese Angabe fehlt.", without.Text, StringComparison.Ordinal);
        await office.SubmitAsync(without, "ablehnen", ("Reason", "Der Schlüssel gehört zu einer anderen Kommune."));

        Assert.Equal(OnboardingState.Refused, (await (await world.AppAsync("office")).SendAsync<GetOnboarding>(route: new { id })).As<OnboardingResponse>().State);
    }

    [Fact]
    public async Task The_offices_pages_are_closed_to_others()
    {
        using var anonymous = new HubClient(world);
        using var duisburg = await world.HubAsync(Roles.Administrator, "duisburg");
        using var editor = await world.HubAsync(Roles.Editor, "office");

        Assert.Equal(HttpStatusCode.Redirect, (await anonymous.GetAsync("/geschaeftsstelle/antraege")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await duisburg.GetAsync("/geschaeftsstelle/antraege")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync($"/geschaeftsstelle/antraege/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task An_administrator_changes_the_own_tenant_and_sees_a_stale_form()
    {
        using var hub = await world.HubAsync(Roles.Administrator, "guetersloh");
        var page = await hub.GetAsync("/mandant");

        var saved = await hub.SubmitAsync(page, "mandant", ("Name", "Gütersloh, Stadt"), ("FourEyes", "true"));
        var stale = await hub.SubmitAsync(page, "mandant", ("Name", "Gütersloh (alt)"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("Inzwischen hat jemand anderes das geändert.", stale.Text, StringComparison.Ordinal);
        using var reader = await world.HubAsync(Roles.Reader, "guetersloh");
        Assert.Empty(Read(await reader.GetAsync("/mandant")).QuerySelectorAll("input[name=Name]"));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Read(HubPage page) => new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page.Html);

    private static async Task<HubPage> ApplyAsync(HubClient hub, ApplyForOnboardingRequest request) => await hub.SubmitAsync(
        await hub.GetAsync("/mitmachen"),
        "mitmachen",
        ("Kind", request.Kind.ToString()!.ToLowerInvariant()),
        ("Name", request.Name),
        ("RegionKey", request.RegionKey),
        ("ContactName", request.ContactName),
        ("ContactMail", request.ContactMail),
        ("ContactFunction", request.ContactFunction));
}
