using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

public sealed class RequestMediationTests(Platforms platforms, Browser browser)
{
    [Fact]
    public async Task A_tenant_asks_for_a_slot_the_mediator_accepts_and_nobody_else_can_have_it()
    {
        var contact = $"Stabsstelle {Guid.NewGuid().ToString()[..8]}";
        await using var tenant = await EnterAsync("editor@bonn.example");
        await using var mediator = await EnterAsync("mediatorin11@mediation.example");
        var (asking, answering) = (new MediationPages(tenant), new MediationPages(mediator));
        await asking.OpenMediatorAsync("Vera Vorlage");
        var (profile, start) = (tenant.Path, await asking.LastStartAsync());

        await asking.ChooseLastSlotAsync();
        await asking.AskAsync(contact);
        await Expect(asking.RequestOf(contact)).ToContainTextAsync("offen");

        await mediator.GoAsync("/anfragen");
        await answering.AcceptAsync(contact);
        await Expect(answering.RequestOf(contact)).ToContainTextAsync("zugesagt");
        Assert.Empty(await mediator.BarriersAsync());

        await tenant.GoAsync("/anfragen");
        await Expect(asking.RequestOf(contact)).ToContainTextAsync("zugesagt");
        await tenant.GoAsync(profile);
        await Expect(asking.Slots.First).ToBeVisibleAsync();
        await Expect(asking.SlotsAt(start)).ToHaveCountAsync(0);

        await tenant.GoAsync("/anfragen");
        await asking.CancelAsync(contact);
        await Expect(asking.RequestOf(contact)).ToContainTextAsync("zurückgezogen");
        await tenant.GoAsync(profile);
        await Expect(asking.SlotsAt(start)).ToHaveCountAsync(1);
        Assert.Empty(tenant.Complaints.Concat(mediator.Complaints));
    }

    private async Task<Window> EnterAsync(string mail)
    {
        var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed));
        await new SignInPage(window).SignInAsync(mail);
        return window;
    }
}
