using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

public sealed class SearchTests(Platforms platforms, Browser browser)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Anybody_finds_a_case_from_the_start_page_and_reads_it(int width)
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed), width);
        var search = new SearchPage(window);
        await window.GoAsync("/");

        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Searchbox).FillAsync("Lärm");
        await window.Page.Keyboard.PressAsync("Enter");
        var title = await search.Hits.First.GetByRole(Microsoft.Playwright.AriaRole.Link).InnerTextAsync();
        await search.Hits.First.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();

        await Expect(window.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Narrowing_and_widening_leads_back_to_the_same_list()
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed));
        var search = new SearchPage(window);
        await search.SearchAsync("Konflikt");
        var all = await search.Count.InnerTextAsync();

        await search.NarrowAsync("Rat & Verwaltung");
        var narrowed = await search.Count.InnerTextAsync();
        await search.NarrowAsync("Rat & Verwaltung");

        Assert.NotEqual(all, narrowed);
        await Expect(search.Count).ToHaveTextAsync(all);
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do()
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed), width: 360);

        await new SearchPage(window).SearchAsync("xyzzyplugh");

        await Expect(window.Page.Locator(".koko-empty")).ToBeVisibleAsync();
        Assert.Empty(await window.BarriersAsync());
    }
}
