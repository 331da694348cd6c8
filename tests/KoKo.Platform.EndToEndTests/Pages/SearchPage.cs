using KoKo.Platform.EndToEndTests.Fixture;
using Microsoft.Playwright;

namespace KoKo.Platform.EndToEndTests.Pages;

/// <summary>The one search over everything the reader may see.</summary>
internal sealed class SearchPage(Window window)
{
    private static readonly TimeSpan IndexLimit = TimeSpan.FromSeconds(20);

    public ILocator Hits => window.Page.Locator(".koko-result");

    public ILocator Count => window.Page.Locator("#treffer");

    public async Task SearchAsync(string text)
    {
        await window.GoAsync("/suche");
        await window.Page.GetByLabel("Suchbegriffe").FillAsync(text);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Suchen" }).ClickAsync();
    }

    /// <summary>Follows a choice of a facet, which most searches find folded, and narrow screens all of them.</summary>
    public async Task NarrowAsync(string facet)
    {
        var filters = window.Page.Locator(".koko-fold__toggle");
        if (await filters.IsVisibleAsync())
        {
            await filters.ClickAsync();
        }

        var choice = window.Page.Locator(".koko-facet__link", new() { HasText = facet }).First;
        if (!await choice.IsVisibleAsync())
        {
            await window.Page.Locator("details.koko-facet", new() { HasText = facet }).Locator("summary").First.ClickAsync();
        }

        await choice.ClickAsync();
    }

    /// <summary>Searches until the item is in the index, which follows a publication by a moment, and opens it.</summary>
    public async Task FindAsync(string title)
    {
        var hit = window.Page.GetByRole(AriaRole.Link, new() { Name = title });
        var limit = TimeProvider.System.GetTimestamp();
        do
        {
            await SearchAsync(title);
        }
        while (await hit.CountAsync() == 0 && TimeProvider.System.GetElapsedTime(limit) < IndexLimit);

        await hit.First.ClickAsync();
    }
}
