using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

public sealed class SignInTests(Platforms platforms, Browser browser)
{
    [Fact]
    public async Task A_member_signs_in_sees_where_she_is_and_signs_out()
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed));
        var signIn = new SignInPage(window);
        await window.GoAsync("/suche");

        await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Anmelden" }).ClickAsync();
        await signIn.SignInAsync("editor@duisburg.example");

        await Expect(signIn.Account).ToContainTextAsync("Duisburg");
        Assert.Equal("/suche", window.Path);

        await signIn.SignOutAsync();

        await Expect(window.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Anmelden" })).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData(Dress.Installed)]
    [InlineData(Dress.Fallback)]
    public async Task A_wrong_password_is_said_where_the_reader_is(Dress dress)
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(dress), width: 360);
        var signIn = new SignInPage(window);

        await signIn.SignInAsync("reader@hamm.example", "falsch");

        await Expect(signIn.Errors).ToBeFocusedAsync();
        Assert.Empty(await window.BarriersAsync());
        await signIn.Errors.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();
        await Expect(window.Page.GetByLabel("E-Mail-Adresse")).ToBeFocusedAsync();
    }
}
