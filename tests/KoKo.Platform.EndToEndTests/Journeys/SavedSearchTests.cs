using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

public sealed class SavedSearchTests(Platforms platforms, Browser browser)
{
    [Theory]
    [InlineData(360, "reader@guetersloh.example")]
    [InlineData(1280, "editor@guetersloh.example")]
    public async Task A_search_is_saved_run_again_and_deleted(int width, string mail)
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed), width);
        var (search, saved) = (new SearchPage(window), new SavedSearchPages(window));
        await new SignInPage(window).SignInAsync(mail);
        await search.SearchAsync("Lärm");
        await search.NarrowAsync("Nachbarschaft");
        var (address, count) = (window.Path, await search.Count.InnerTextAsync());

        await saved.OpenFormAsync();
        Assert.Empty(await window.BarriersAsync());
        await saved.SaveAsync("Lärm nebenan", mails: true);
        await Expect(saved.Card("Lärm nebenan")).ToContainTextAsync("Nachbarschaft & Quartier");
        await Expect(saved.Card("Lärm nebenan")).ToContainTextAsync("Neue Treffer per E-Mail");
        Assert.Empty(await window.BarriersAsync());

        await saved.RunAsync("Lärm nebenan");
        Assert.Equal(address, window.Path);
        await Expect(search.Count).ToHaveTextAsync(count);

        await saved.DeleteAsync("Lärm nebenan");
        await Expect(window.Page.GetByText("Sie haben noch keine Suche gemerkt")).ToBeVisibleAsync();
        Assert.Empty(await window.BarriersAsync());
        Assert.Empty(window.Complaints);
    }
}
