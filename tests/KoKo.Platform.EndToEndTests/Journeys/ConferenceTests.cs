using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

[Collection(nameof(Walk))] // not beside it: what is withdrawn here may be a link that a walk has noted
public sealed class ConferenceTests(Platforms platforms, Browser browser)
{
    [Fact]
    public async Task Whoever_waits_for_a_seat_gets_it_when_somebody_withdraws()
    {
        var title = $"Kollegiale Runde {Guid.NewGuid().ToString()[..8]}";
        await using var organiser = await EnterAsync("organiser@dueren.example");
        var preparing = new ConferencePages(organiser);
        await preparing.WriteAsync(title, seats: 1, waiting: 1);
        await preparing.PublishAsync();
        await Expect(organiser.Page.GetByText("Veröffentlicht", new() { Exact = true })).ToBeVisibleAsync();
        var draft = organiser.Path.Split('?')[0];
        var path = draft.Replace("/bearbeiten", "", StringComparison.Ordinal);

        await using var first = await EnterAsync("reader@bonn.example");
        var early = new ConferencePages(first);
        await first.GoAsync("/konferenzen");
        await first.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = title }).ClickAsync();
        await early.RegisterAsync();
        await Expect(early.Participation).ToContainTextAsync("Sie sind angemeldet");

        await using var second = await EnterAsync("reader@soest.example", width: 360);
        var waiting = new ConferencePages(second);
        await second.GoAsync(path);
        await waiting.WaitAsync();
        await Expect(waiting.Participation).ToContainTextAsync("Sie stehen auf Platz 1 der Warteliste");
        Assert.Empty(await second.BarriersAsync());

        await using var third = await EnterAsync("reader@unna.example");
        await third.GoAsync(path);
        await Expect(new ConferencePages(third).Participation).ToContainTextAsync("die Warteliste nimmt niemanden mehr auf");
        await Expect(third.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Teilnahme anmelden" })).ToHaveCountAsync(0);

        await early.CancelAsync();
        await Expect(first.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Teilnahme absagen" })).ToHaveCountAsync(0);
        await second.Page.ReloadAsync();
        await Expect(waiting.Participation).ToContainTextAsync("Sie sind angemeldet");

        await organiser.GoAsync($"{path}/anmeldungen");
        await Expect(organiser.Page.GetByText("1 bestätigt, 0 auf der Warteliste, 0 frei.")).ToBeVisibleAsync();
        Assert.Empty(await organiser.BarriersAsync());
        await organiser.GoAsync(draft);
        await preparing.WithdrawAsync();
        await Expect(organiser.Page.GetByText("Zurückgezogen", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Empty(new[] { organiser, first, second, third }.SelectMany(window => window.Complaints));
    }

    private async Task<Window> EnterAsync(string mail, int width = 1280)
    {
        var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed), width);
        await new SignInPage(window).SignInAsync(mail);
        return window;
    }
}
