using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

public sealed class TwoTabsTests(Platforms platforms, Browser browser)
{
    [Fact]
    public async Task A_form_of_a_tenant_she_left_in_another_tab_is_refused()
    {
        await using var stale = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed));
        await new SignInPage(stale).SignInAsync("editor@zwei-mandanten.example");
        await stale.GoAsync("/konto");
        await SwitchAsync(stale, "Duisburg");
        await stale.GoAsync("/praxisbeispiele/neu");
        await stale.Page.GetByLabel("Titel", new() { Exact = true }).FillAsync("Gehört nach Duisburg");

        await using var other = await stale.OpenTabAsync();
        await other.GoAsync("/konto");
        await SwitchAsync(other, "Krefeld");

        var answer = await stale.Page.RunAndWaitForResponseAsync(() => stale.PressAsync("Speichern"), response => response.Request.Method == "POST");
        Assert.Equal(409, answer.Status);
        await Expect(stale.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("anderen Organisation");
        await Expect(stale.Page.GetByText("Es wurde nichts gespeichert.")).ToBeVisibleAsync();
        Assert.Empty(await stale.BarriersAsync());
        Assert.Empty(stale.Complaints.Concat(other.Complaints));
    }

    private static async Task SwitchAsync(Window window, string tenant)
    {
        var account = new SignInPage(window).Account;
        var isThere = (await account.Locator(".koko-account__tenant").InnerTextAsync()) == tenant;
        if (!isThere)
        {
            await account.Locator("summary").ClickAsync();
            await account.GetByRole(AriaRole.Button, new() { Name = tenant, Exact = true }).ClickAsync();
        }

        await Expect(account.Locator(".koko-account__tenant")).ToHaveTextAsync(tenant);
    }
}
