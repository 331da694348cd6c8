using System.Globalization;
using KoKo.Platform.EndToEndTests.Fixture;
using Microsoft.Playwright;

namespace KoKo.Platform.EndToEndTests.Pages;

/// <summary>Where a tenant prepares its conferences, and where others take part.</summary>
internal sealed class ConferencePages(Window window)
{
    public ILocator Participation => window.Page.GetByRole(AriaRole.Region, new() { Name = "Teilnahme" });

    public async Task WriteAsync(string title, int seats, int waiting)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await window.GoAsync("/konferenzen/neu");
        await FillAsync("Titel", title);
        await FillAsync("Kurztext", "Eine Stunde mit einer kleinen Runde.");
        await FillAsync("Beginn", $"{day}T10:00");
        await FillAsync("Ende", $"{day}T11:00");
        await window.Page.GetByLabel("Findet online statt").CheckAsync();
        await FillAsync("Plätze", seats.ToString(CultureInfo.InvariantCulture));
        await FillAsync("Plätze auf der Warteliste", waiting.ToString(CultureInfo.InvariantCulture));
        await window.PressAsync("Speichern");
    }

    public Task PublishAsync() => window.PressAsync("Veröffentlichen");

    public Task WithdrawAsync() => window.PressAsync("Zurückziehen");

    public Task RegisterAsync() => window.PressAsync("Teilnahme verbindlich anmelden");

    public Task WaitAsync() => window.PressAsync("Auf die Warteliste setzen");

    public Task CancelAsync() => window.PressAsync("Teilnahme absagen");

    private Task FillAsync(string label, string text) => window.Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);
}
