using KoKo.Platform.EndToEndTests.Fixture;
using Microsoft.Playwright;

namespace KoKo.Platform.EndToEndTests.Pages;

/// <summary>Where a tenant writes its practices and takes them from step to step.</summary>
internal sealed class PracticePages(Window window)
{
    public ILocator Heading => window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public async Task WriteGuideAsync(string title)
    {
        await window.GoAsync("/praxisbeispiele/neu");
        await Field("Art des Dokuments").SelectOptionAsync(new SelectOptionValue { Label = "Leitfaden" });
        await Field("Titel").FillAsync(title);
        await Field("Kurzfassung").FillAsync("Wie eine Runde mit allen Ämtern beginnt, was sie klären kann und woran sie in zwei Versuchen gescheitert ist.");
        await CheckAsync("Verwaltung intern");
        await Field("Ausgangslage").FillAsync("Drei Ämter arbeiteten an derselben Sache, ohne voneinander zu wissen.");
        await Field("Ergebnis").FillAsync("Ein kurzer Termin im Monat, den jedes Amt reihum vorbereitet.");
        await Field("Hinderlich oder nicht gelungen").FillAsync("Ohne festen Ort schlief die Runde zweimal ein.");
        await Field("Anonymisierungsgrad").SelectOptionAsync(new SelectOptionValue { Index = await LastOptionAsync("Anonymisierungsgrad") });
        foreach (var check in await window.Page.Locator("input[name=anonymisationChecklist]").AllAsync())
        {
            await check.CheckAsync();
        }

        await Field("Lizenz").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Field("Kontakt (Funktion)").FillAsync("Stabsstelle Konfliktmanagement");
        await window.PressAsync("Speichern");
    }

    public Task SubmitAsync() => window.PressAsync("Zur Prüfung einreichen");

    public async Task ApproveAsync()
    {
        await CheckAsync("Angenommen");
        await window.PressAsync("Prüfung abschließen");
    }

    public Task ReleaseAsync() => window.PressAsync("Freigeben");

    public async Task PublishAsync(string audience)
    {
        await window.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new(audience) }).CheckAsync();
        await window.PressAsync("Veröffentlichen");
    }

    private Task CheckAsync(string choice) => window.Page.GetByLabel(choice).First.CheckAsync();

    private ILocator Field(string label) => window.Page.GetByLabel(label, new() { Exact = true });

    private async Task<int> LastOptionAsync(string label) => await Field(label).Locator("option").CountAsync() - 1;
}
