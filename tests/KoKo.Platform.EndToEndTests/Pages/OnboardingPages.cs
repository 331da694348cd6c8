using KoKo.Platform.EndToEndTests.Fixture;
using Microsoft.Playwright;

namespace KoKo.Platform.EndToEndTests.Pages;

/// <summary>The way of a Kommune into the network: its application, the office's decision, the first person's access.</summary>
internal sealed class OnboardingPages(Window window)
{
    public async Task ApplyAsync(string name, string regionKey, string mail)
    {
        await window.GoAsync("/kommunen");
        await window.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Mitmachen" }).ClickAsync();
        await window.Page.GetByLabel("Wer sind Sie?").SelectOptionAsync(new SelectOptionValue { Label = "Stadt oder Gemeinde" });
        await FillAsync("Name der Kommune, des Kreises oder des Landes", name);
        await FillAsync("Amtlicher Schlüssel", regionKey);
        await FillAsync("Ansprechperson", "Chris Beispiel");
        await FillAsync("Ihre Funktion", "Stabsstelle Beteiligung");
        await FillAsync("E-Mail-Adresse", mail);
        await window.PressAsync("Antrag senden");
    }

    public async Task ApproveAsync(string name)
    {
        await window.GoAsync("/geschaeftsstelle/antraege");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await window.PressAsync("Antrag annehmen");
    }

    public async Task AcceptInvitationAsync(string path, string password)
    {
        await window.GoAsync(path);
        await FillAsync("Neues Passwort", password);
        await window.PressAsync("Einladung annehmen");
    }

    private Task FillAsync(string label, string text) => window.Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
}
