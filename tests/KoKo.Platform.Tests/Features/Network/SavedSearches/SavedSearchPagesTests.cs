using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Foundation.Web;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

public sealed class SavedSearchPagesTests(PlatformWorld world)
{
    private const string List = "/gemerkte-suchen";

    [Fact]
    public async Task A_search_is_saved_where_it_was_made_with_its_words_and_filters()
    {
        using var hub = await world.HubAsync(Roles.Editor, "dortmund");
        var word = SavedSearchCast.NewWord();
        var page = await hub.GetAsync($"/suche?q={word}&kind=practice&topic=religion&topic=neighbourhood");
        Assert.Equal(word, PageOf(page).QuerySelector(".koko-save input[name=Name]")!.GetAttribute("value"));

        var sent = await hub.SubmitAsync(page, "suche-merken", ("Name", "Streit um Läden"), ("Notify", "true"));

        Assert.EndsWith(List, sent.Location!.ToString(), StringComparison.Ordinal);
        var card = Card(PageOf(await hub.GetAsync(List)), "Streit um Läden");
        Assert.Equal([$"„{word}“", "Praxisbeispiel", "Religion & religiöse Bauten oder Nachbarschaft & Quartier"], card.QuerySelectorAll("dd").Select(fact => fact.TextContent));
        Assert.Equal("Neue Treffer per E-Mail", card.QuerySelector(".koko-badge")!.TextContent.Trim());
        Assert.Equal($"/suche?q={word}&kind=practice&topic=religion&topic=neighbourhood", card.QuerySelector("a[href^='/suche']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Without_words_the_name_is_made_of_the_filters_and_a_bad_name_is_said()
    {
        using var hub = await world.HubAsync(Roles.Editor, "dortmund");
        var page = await hub.GetAsync("/suche?kind=conference");
        Assert.Equal("Konferenz", PageOf(page).QuerySelector(".koko-save input[name=Name]")!.GetAttribute("value"));

        var sent = PageOf(await hub.SubmitAsync(page, "suche-merken", ("Name", " ")));

        Assert.True(sent.QuerySelector(".koko-save")!.HasAttribute("open"));
        Assert.Contains("höchstens 120 Zeichen", sent.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_or_has_no_tenant_saves_nothing()
    {
        Assert.Null((await world.PageAsync("/suche")).QuerySelector(".koko-save"));
        using var nobody = new HubClient(world);
        Assert.StartsWith("/anmelden", (await nobody.GetAsync(List)).Location!.ToString(), StringComparison.Ordinal);
        using var mediator = await world.HubAsync("mediatorin3@mediation.example");
        Assert.Null(PageOf(await mediator.GetAsync("/suche")).QuerySelector(".koko-save"));
        Assert.Equal(HttpStatusCode.Forbidden, (await mediator.GetAsync(List)).Status);
    }

    [Fact]
    public async Task Mails_are_switched_on_the_list_once_for_what_was_shown()
    {
        using var hub = await world.HubAsync(Roles.Reader, "dortmund");
        var saved = await (await world.PersonAsync(Roles.Reader, "dortmund")).SavedAsync();
        var page = await hub.GetAsync(List);

        var sent = await hub.SubmitAsync(page, $"mails-{saved.Id}");
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal("Neue Treffer per E-Mail", Card(PageOf(await hub.GetAsync(List)), saved.Name).QuerySelector(".koko-badge")!.TextContent.Trim());

        var again = PageOf(await hub.SubmitAsync(page, $"mails-{saved.Id}"));
        Assert.Contains("Inzwischen hat jemand anderes das geändert", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_renamed_and_deleted_on_its_own_page()
    {
        using var hub = await world.HubAsync(Roles.Reviewer, "dortmund");
        var person = await world.PersonAsync(Roles.Reviewer, "dortmund");
        var saved = await person.SavedAsync(notify: true);
        var path = $"{List}/{saved.Id}";

        await hub.SubmitAsync(await hub.GetAsync(path), "aendern", ("Name", "Neuer Name"), ("Notify", null));
        Assert.Equal(("Neuer Name", false), (await person.ReadAsync(saved.Id)).As<SavedSearchResponse>() is var changed ? (changed.Name, changed.Notify) : default);

        await hub.SubmitAsync(await hub.GetAsync(path), "loeschen");
        Assert.Equal(HttpStatusCode.NotFound, (await hub.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Of_a_colleague_nothing_is_shown_or_changed()
    {
        var owner = await world.PersonAsync(Roles.Organiser, "dortmund");
        var saved = await owner.SavedAsync();
        using var hub = await world.HubAsync(Roles.Administrator, "dortmund");
        var own = await (await world.PersonAsync(Roles.Administrator, "dortmund")).SavedAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await hub.GetAsync($"{List}/{saved.Id}")).Status);
        Assert.DoesNotContain(saved.Name, (await hub.GetAsync(List)).Text, StringComparison.Ordinal);
        var page = await hub.GetAsync(List);
        var forged = await hub.SubmitAsync(page with { Html = page.Html.Replace(own.Id.ToString(), saved.Id.ToString(), StringComparison.Ordinal) }, $"mails-{saved.Id}");
        Assert.InRange((int)forged.Status, 400, 499);
        Assert.False((await owner.ReadAsync(saved.Id)).As<SavedSearchResponse>().Notify);
    }

    private static IDocument PageOf(HubPage page) => new HtmlParser().ParseDocument(page.Html);

    private static IElement Card(IDocument page, string name) => page.QuerySelectorAll(".koko-cards__item").First(card => card.QuerySelector("h2")!.TextContent.Trim() == name);
}
