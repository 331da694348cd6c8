using KoKo.Platform.EndToEndTests.Fixture;
using Microsoft.Playwright;

namespace KoKo.Platform.EndToEndTests.Pages;

/// <summary>The way in, and the corner of every page that says who is in.</summary>
internal sealed class SignInPage(Window window)
{
    private const string DemoPassword = "demo-secret";

    public ILocator Account => window.Page.Locator(".koko-account");

    public ILocator Errors => window.Page.GetByRole(AriaRole.Alert);

    public async Task SignInAsync(string mail, string password = DemoPassword)
    {
        if (!window.Path.StartsWith("/anmelden", StringComparison.Ordinal))
        {
            await window.GoAsync("/anmelden");
        }

        await window.Page.GetByLabel("E-Mail-Adresse").FillAsync(mail);
        await window.Page.GetByLabel("Passwort").FillAsync(password);
        await window.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Anmelden" }).ClickAsync();
    }

    public async Task SignOutAsync()
    {
        await Account.Locator("summary").ClickAsync();
        await Account.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).ClickAsync();
    }
}
