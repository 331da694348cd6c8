using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

public sealed class WritePracticeTests(Platforms platforms, Browser browser)
{
    [Fact]
    public async Task Four_people_bring_a_guide_from_the_first_word_into_the_library()
    {
        var title = $"Ämterrunde ohne Tagesordnung {Guid.NewGuid().ToString()[..8]}";
        string path;

        await using (var editor = await EnterAsync("editor"))
        {
            var pages = new PracticePages(editor);
            await pages.WriteGuideAsync(title);
            await Expect(pages.Heading).ToHaveTextAsync(title);
            Assert.Empty(await editor.BarriersAsync());
            await pages.SubmitAsync();
            await Expect(editor.Page.GetByText("Eingereicht").First).ToBeVisibleAsync();
            path = editor.Path;
        }

        await StepAsync("reviewer", path, pages => pages.ApproveAsync(), "Geprüft");
        await StepAsync("releaser", path, pages => pages.ReleaseAsync(), "Freigegeben");
        await StepAsync("releaser", path, pages => pages.PublishAsync("^Alle"), "Veröffentlicht");

        await using var anybody = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed), width: 360);
        await new SearchPage(anybody).FindAsync(title);
        await Expect(new PracticePages(anybody).Heading).ToHaveTextAsync(title);
        Assert.Empty(await anybody.BarriersAsync());
        Assert.Empty(anybody.Complaints);
    }

    private async Task StepAsync(string role, string path, Func<PracticePages, Task> step, string state)
    {
        await using var window = await EnterAsync(role);
        await window.GoAsync(path);

        await step(new PracticePages(window));

        await Expect(window.Page.Locator(".koko-badges").GetByText(state).First).ToBeVisibleAsync();
        Assert.Empty(await window.BarriersAsync());
        Assert.Empty(window.Complaints);
    }

    private async Task<Window> EnterAsync(string role)
    {
        var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed));
        await new SignInPage(window).SignInAsync($"{role}@herne.example");
        return window;
    }
}
