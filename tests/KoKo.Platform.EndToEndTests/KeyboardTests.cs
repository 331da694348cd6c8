using KoKo.Platform.EndToEndTests.Fixture;

namespace KoKo.Platform.EndToEndTests;

public sealed class KeyboardTests(Platforms platforms, Browser browser)
{
    [Theory]
    [InlineData(Dress.Installed)]
    [InlineData(Dress.Fallback)]
    public async Task Everything_on_the_start_page_is_reached_by_tab_and_shows_its_focus(Dress dress)
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(dress));
        await window.GoAsync("/");
        var expected = await window.Page.EvaluateAsync<int>("[...document.querySelectorAll('a[href], button, input, summary')].filter(e => e.checkVisibility()).length");

        var reached = 0;
        for (var step = 0; step < expected; step++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            reached += await window.Page.EvaluateAsync<int>(ShowsFocus);
        }

        Assert.Equal(expected, reached);
    }

    [Fact]
    public async Task The_first_tab_leads_past_the_navigation()
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed));
        await window.GoAsync("/");

        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("inhalt", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task The_menu_of_a_narrow_screen_opens_without_a_script()
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed), width: 360);
        await window.GoAsync("/");

        await window.Page.GetByText("Menü", new() { Exact = true }).ClickAsync();

        Assert.True(await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Bibliothek", Exact = true }).First.IsVisibleAsync());
    }

    // the ring is drawn around the element or, for a card, around the whole of it
    private const string ShowsFocus =
        """
        (() => {
          const focused = document.activeElement;
          const drawn = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          return focused !== document.body && (drawn(getComputedStyle(focused)) || drawn(getComputedStyle(focused, '::after'))) ? 1 : 0;
        })()
        """;
}
