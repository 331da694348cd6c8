using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.Foundation.Web;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Network;

public sealed class SearchPageTests(PlatformWorld world)
{
    [Fact]
    public async Task Shows_the_text_again_and_says_kindly_that_nothing_was_found()
    {
        var page = await world.PageAsync("/suche?q=%3Cxyzzyplugh%3E");

        Assert.Equal("Suche", page.Heading());
        Assert.Equal("<xyzzyplugh>", page.QuerySelector("#suche")!.GetAttribute("value"));
        Assert.Equal("Dazu haben wir nichts gefunden", page.QuerySelector(".koko-empty h3")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".koko-result"));
    }

    [Fact]
    public async Task Keeps_known_filters_and_leaves_out_unknown_ones()
    {
        var page = await world.PageAsync("/suche?q=xyzzyplugh&topic=religion&topic=weather&kind=person&unsinn=1");

        var hidden = page.QuerySelectorAll("form.koko-search input[type=hidden]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}");
        Assert.Equal(["topic=religion"], hidden);
        Assert.Equal("/suche?q=xyzzyplugh", page.QuerySelector(".koko-empty .koko-actions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Shows_public_hits_with_marks_facets_and_a_way_on()
    {
        await EventuallyIndexedAsync();

        var page = await world.PageAsync("/suche?q=Moscheebauten");

        var hit = page.QuerySelector(".koko-result")!;
        Assert.Equal("Praxisbeispiel", hit.QuerySelector(".koko-result__preline")!.TextContent);
        Assert.Equal("Moscheebau", hit.QuerySelector(".koko-result__link mark")!.TextContent);
        Assert.StartsWith("/bibliothek/", hit.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("Religion", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, [style], [onclick]"));
    }

    [Fact]
    public async Task A_filter_is_a_link_that_is_taken_back_by_the_same_link()
    {
        await EventuallyIndexedAsync();

        var all = await world.PageAsync("/suche");
        var choose = all.QuerySelectorAll(".koko-facet__link").Select(link => link.GetAttribute("href")!).First(href => href.Contains("topic=", StringComparison.Ordinal));
        var narrowed = await world.PageAsync(choose);

        var chosen = Assert.Single(narrowed.QuerySelectorAll(".koko-facet__link[aria-current]"));
        Assert.Equal("/suche", chosen.GetAttribute("href"));
        Assert.NotEmpty(narrowed.QuerySelectorAll(".koko-result"));
    }

    [Fact]
    public async Task Asks_what_was_meant_by_a_link()
    {
        await EventuallyIndexedAsync();

        var page = await world.PageAsync("/suche?q=Moscheebua&kind=practice");

        var link = page.QuerySelectorAll("section a").Single(link => link.GetAttribute("href")!.StartsWith("/suche?q=Moscheebau", StringComparison.Ordinal));
        Assert.Equal("Meinten Sie Moscheebau?", link.ParentElement!.TextContent);
        Assert.Equal("/suche?q=Moscheebau&kind=practice", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Offers_what_is_near_where_the_filters_leave_nothing()
    {
        await EventuallyIndexedAsync();

        var page = await world.PageAsync("/suche?q=Moscheebau&kind=conference");

        var offer = page.QuerySelector(".koko-empty")!;
        Assert.StartsWith("Ohne die gewählten Filter gibt es ", offer.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/suche?q=Moscheebau", offer.QuerySelector("a")!.GetAttribute("href"));
        Assert.NotEmpty(page.QuerySelectorAll("section .koko-result h4"));
    }

    [Fact]
    public async Task Sorts_by_a_link_that_keeps_text_and_filters()
    {
        await EventuallyIndexedAsync();

        var page = await world.PageAsync("/suche?q=Streit&kind=practice&sort=title");

        Assert.Equal("Nach Titel", page.QuerySelector("nav[aria-label=Sortierung] [aria-current]")!.TextContent);
        Assert.Equal("/suche?q=Streit&kind=practice", page.QuerySelector("nav[aria-label=Sortierung] a")!.GetAttribute("href"));
        Assert.Equal("title", page.QuerySelector("form.koko-search input[name=sort]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Pages_on_and_back_to_the_first()
    {
        await EventuallyIndexedAsync();
        using var hub = await world.HubAsync(Roles.Editor, "krefeld");

        var first = await hub.GetAsync("/suche");
        var next = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(first.Html).QuerySelector(".koko-pagination a[rel=next]")!.GetAttribute("href")!;
        var second = new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await hub.GetAsync(next)).Html);

        Assert.NotEmpty(second.QuerySelectorAll(".koko-result"));
        Assert.Equal("/suche", second.QuerySelector(".koko-pagination a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Says_of_a_hit_in_the_library_what_it_is()
    {
        var hamm = await world.AppAsync("hamm");
        var word = $"zwq{Guid.NewGuid():N}"[..14];
        await hamm.PublishedAsync(PracticeCast.Complete with { Kind = "template", Title = $"Vorlage für {word}" }, "network", "public");
        await EventuallyIndexedAsync();

        var page = await world.PageAsync($"/suche?q={word}");

        Assert.Equal("Vorlage", Assert.Single(page.QuerySelectorAll(".koko-result__preline")).TextContent);
    }

    [Fact]
    public async Task Says_of_a_single_word_that_only_its_parts_were_found()
    {
        await EventuallyIndexedAsync();

        var one = await world.PageAsync("/suche?q=Moscheebaukonfliktberatung");
        var several = await world.PageAsync("/suche?q=Moscheebau+Windpark+Nachtruhe+Schulhof");

        Assert.Equal("Kaum ein Eintrag enthält das ganze Wort", one.QuerySelector(".kern-alert .kern-title")!.TextContent);
        Assert.Equal("Kaum ein Eintrag enthält alle Wörter", several.QuerySelector(".kern-alert .kern-title")!.TextContent);
    }

    [Fact]
    public async Task All_filters_fold_into_one_line_where_there_is_no_room_beside_the_hits()
    {
        await EventuallyIndexedAsync();

        var page = await world.PageAsync("/suche?kind=practice");

        var fold = Assert.Single(page.QuerySelectorAll("aside > details"));
        Assert.Null(fold.GetAttribute("open"));
        Assert.Equal("Filter zeigen (1 gewählt)", fold.QuerySelector("summary")!.TextContent);
        Assert.NotEmpty(fold.QuerySelectorAll(".koko-facet"));
        Assert.Empty(page.QuerySelectorAll("aside > .koko-facet"));
    }

    private async Task EventuallyIndexedAsync()
    {
        var indexer = world.Services.GetRequiredService<SearchIndexer>();
        await indexer.CatchUpAsync(TestContext.Current.CancellationToken);
    }
}
