using AngleSharp.Html.Parser;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Web;

public sealed class MainLayoutTests(PlatformWorld world)
{
    [Theory, MemberData(nameof(HubPages.Public), MemberType = typeof(HubPages))]
    public async Task Has_one_heading_a_title_and_the_landmarks(string path)
    {
        var page = await world.PageAsync(path);

        Assert.NotEmpty(page.Heading());
        Assert.Contains("KoKo Plattform", page.Title!, StringComparison.Ordinal);
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("body > header"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("body > footer"));
        Assert.Equal("#inhalt", page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory, MemberData(nameof(HubPages.Public), MemberType = typeof(HubPages))]
    public async Task Uses_neither_scripts_nor_inline_styles(string path)
    {
        var page = await world.PageAsync(path);

        Assert.Empty(page.QuerySelectorAll("script, style, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(HubPages.Public), MemberType = typeof(HubPages))]
    public async Task Loads_nothing_from_elsewhere(string path)
    {
        var page = await world.PageAsync(path);

        var loaded = page.QuerySelectorAll("link[href], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);

        Assert.All(loaded, address => Assert.Matches("^/[a-z]", address));
    }

    [Fact]
    public async Task Marks_the_page_that_is_open()
    {
        var page = await world.PageAsync("/");

        var current = page.QuerySelectorAll("nav.koko-nav [aria-current]").Select(link => link.TextContent).Distinct();

        Assert.Equal(["Start"], current);
    }

    [Fact]
    public async Task Offers_the_way_in_and_back()
    {
        var page = await world.PageAsync("/impressum");

        Assert.Equal("/anmelden?ReturnUrl=%2Fimpressum", page.QuerySelector(".koko-header__account a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Says_who_is_signed_in_and_for_whom()
    {
        using var hub = new HubClient(world);
        await hub.SignInAsync(DemoTenants.Mail(Roles.Reader, "bonn"));

        var page = new HtmlParser().ParseDocument((await hub.GetAsync("/impressum")).Html);

        Assert.NotEmpty(page.QuerySelector(".koko-account__name")!.TextContent);
        Assert.Equal("Bonn", page.QuerySelector(".koko-account__tenant")!.TextContent);
        Assert.Equal("/abmelden", page.QuerySelector(".koko-account form")!.GetAttribute("action"));
    }

    [Theory]
    [InlineData(Roles.Reader, "bonn", new[] { "Mein Konto", "Gemerkte Suchen", "Mein Profil als Mediator*in", "Anfragen und Termine", "Eigene Praxisbeispiele", "Meine Organisation" })]
    [InlineData(Roles.Auditor, "bonn", new[] { "Mein Konto", "Gemerkte Suchen", "Mein Profil als Mediator*in", "Anfragen und Termine", "Eigene Praxisbeispiele", "Mitglieder", "Meine Organisation" })]
    [InlineData(Roles.Administrator, "office", new[] { "Mein Konto", "Gemerkte Suchen", "Mein Profil als Mediator*in", "Anfragen und Termine", "Eigene Praxisbeispiele", "Konferenzen verwalten", "Mitglieder", "Meine Organisation", "Anträge auf Teilnahme" })]
    public async Task Offers_what_the_role_may_do(Roles role, string slug, string[] labels)
    {
        using var hub = new HubClient(world);
        await hub.SignInAsync(DemoTenants.Mail(role, slug));

        var page = new HtmlParser().ParseDocument((await hub.GetAsync("/impressum")).Html);
        var links = page.QuerySelectorAll(".koko-account__links a").ToList();

        Assert.Equal(labels, links.Select(link => link.TextContent));
        foreach (var link in links)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await hub.GetAsync(link.GetAttribute("href")!)).Status);
        }
    }
}
