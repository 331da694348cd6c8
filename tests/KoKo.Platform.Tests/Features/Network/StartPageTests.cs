using KoKo.Platform.Tests.Foundation.Web;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network;

public sealed class StartPageTests(PlatformWorld world)
{
    [Fact]
    public async Task Shows_what_is_new_in_the_library()
    {
        var page = await world.PageAsync("/");

        var cards = page.QuerySelectorAll("section[aria-labelledby=neu] article a");

        Assert.Equal(3, cards.Length);
        Assert.All(cards, card => Assert.Matches("^/bibliothek/[0-9a-f-]{36}$", card.GetAttribute("href")!));
    }

    [Fact]
    public async Task Leads_from_a_topic_to_its_practices()
    {
        var page = await world.PageAsync("/");
        var topic = page.QuerySelector(".koko-topics__link[href$='topic=inclusion_discrimination']")!; // no test publishes about it
        var count = topic.QuerySelector(".koko-topics__count")!.ChildNodes[0].TextContent;

        var results = await world.PageAsync(topic.GetAttribute("href")!);

        Assert.Equal(count, results.QuerySelector("#treffer")!.TextContent.Split(' ')[0]);
    }

    [Fact]
    public async Task Counts_the_practices_that_anybody_may_read()
    {
        var page = await world.PageAsync("/");

        var figure = page.QuerySelectorAll(".koko-figures__item").Single(item => item.QuerySelector("dt")!.TextContent == "Praxisbeispiele");

        Assert.True(int.Parse(figure.QuerySelector("dd")!.TextContent, System.Globalization.CultureInfo.InvariantCulture) > 0);
    }
}
