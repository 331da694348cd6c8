using KoKo.Platform.EndToEndTests.Fixture;
using Microsoft.Playwright;

namespace KoKo.Platform.EndToEndTests.Pages;

/// <summary>The directory of mediators, the profile of one with her free slots, and the requests of both sides.</summary>
internal sealed class MediationPages(Window window)
{
    public ILocator Slots => window.Page.Locator(".koko-slots li");

    /// <summary>The free slots that begin then, as UTC: a day or an instant.</summary>
    public ILocator SlotsAt(string start) => window.Page.Locator($".koko-slots time[datetime^='{start}']");

    /// <summary>The request whose contact it is.</summary>
    public ILocator RequestOf(string contact) => window.Page.Locator(".koko-card", new() { HasText = contact });

    public async Task OpenMediatorAsync(string name)
    {
        await window.GoAsync("/mediation");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
    }

    /// <summary>When the last slot on the page begins, UTC: far from the lead time, at whatever hour the test runs.</summary>
    public async Task<string> LastStartAsync() => (await Slots.Last.Locator("time").GetAttributeAsync("datetime"))!;

    public Task ChooseLastSlotAsync() => Slots.Last.GetByRole(AriaRole.Link).ClickAsync();

    public async Task AskAsync(string contact)
    {
        await window.Page.GetByLabel("Thema", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Schule & Kita" });
        await window.Page.GetByLabel("Ebene des Konflikts").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await window.Page.GetByLabel("online").CheckAsync();
        await window.Page.GetByLabel("Ansprechstelle").FillAsync(contact);
        await window.PressAsync("Anfrage senden");
    }

    public Task AcceptAsync(string contact) => PressAsync(contact, "Zusagen");

    public Task CancelAsync(string contact) => PressAsync(contact, "Termin absagen");

    public async Task BlockAsync(string day)
    {
        await window.Page.GetByLabel("Datum").FillAsync(day);
        await window.PressAsync("Tag sperren oder ändern");
    }

    public Task UnblockAsync() => window.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "nicht verfügbar" })
        .GetByRole(AriaRole.Button, new() { NameRegex = new("^Ausnahme entfernen") }).ClickAsync();

    private Task PressAsync(string contact, string button) =>
        RequestOf(contact).GetByRole(AriaRole.Button, new() { NameRegex = new($"^{button}") }).ClickAsync();
}
