using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

public sealed class BlockADayTests(Platforms platforms, Browser browser)
{
    [Fact]
    public async Task A_day_that_a_mediator_blocks_is_not_offered_until_she_gives_it_back()
    {
        var address = await platforms.AddressAsync(Dress.Installed);
        await using var anybody = await browser.OpenAsync(address, width: 360);
        await using var mediator = await browser.OpenAsync(address);
        var (looking, blocking) = (new MediationPages(anybody), new MediationPages(mediator));
        await looking.OpenMediatorAsync("Ingeborg Probe");
        var day = (await looking.LastStartAsync())[..10];
        var offered = await looking.SlotsAt(day).CountAsync();
        await new SignInPage(mediator).SignInAsync("mediatorin3@mediation.example");

        await mediator.GoAsync("/mein-profil");
        await blocking.BlockAsync(day);
        await Expect(mediator.Page.GetByText("nicht verfügbar")).ToBeVisibleAsync();
        Assert.Empty(await mediator.BarriersAsync());

        await anybody.Page.ReloadAsync();
        await Expect(looking.Slots.First).ToBeVisibleAsync();
        await Expect(looking.SlotsAt(day)).ToHaveCountAsync(0);

        await blocking.UnblockAsync();
        await Expect(mediator.Page.GetByText("nicht verfügbar")).ToHaveCountAsync(0);
        await anybody.Page.ReloadAsync();
        await Expect(looking.SlotsAt(day)).ToHaveCountAsync(offered);
        Assert.Empty(anybody.Complaints.Concat(mediator.Complaints));
    }
}
