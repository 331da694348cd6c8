using KoKo.Platform.EndToEndTests.Fixture;
using Microsoft.Playwright;

namespace KoKo.Platform.EndToEndTests.Pages;

/// <summary>Where a search is saved, and where those that are saved stand.</summary>
internal sealed class SavedSearchPages(Window window)
{
    public ILocator Card(string name) => window.Page.Locator(".koko-cards__item", new() { HasText = name });

    public Task OpenFormAsync() => window.Page.GetByText("Suche merken", new() { Exact = true }).ClickAsync();

    public async Task SaveAsync(string name, bool mails)
    {
        await window.Page.GetByLabel("Name der Suche").FillAsync(name);
        await window.Page.GetByLabel("Neue Treffer per E-Mail erfahren").SetCheckedAsync(mails);
        await window.PressAsync("Merken");
    }

    public Task RunAsync(string name) => Card(name).GetByRole(AriaRole.Link, new() { NameRegex = new("^Suchen") }).ClickAsync();

    public async Task DeleteAsync(string name)
    {
        await window.GoAsync("/gemerkte-suchen");
        await Card(name).GetByRole(AriaRole.Link, new() { NameRegex = new("^Ändern oder löschen") }).ClickAsync();
        await window.PressAsync("Suche löschen");
    }
}
