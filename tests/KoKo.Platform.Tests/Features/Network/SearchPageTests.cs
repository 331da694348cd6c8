using KoKo.Platform.Tests.Foundation.Web;
using KoKo.Platform.Tests.World;

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
}
