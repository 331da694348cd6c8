using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

public sealed class OnboardingTests(Platforms platforms, Browser browser)
{
    private const string Name = "Musterkommune am Waldrand";
    private const string RegionKey = "05999205"; // invented, in the register of the demo world
    private const string Mail = "chris.beispiel@waldrand.example";
    private const string Password = "vier Wörter im Waldrand";

    [Fact]
    public async Task A_Kommune_applies_is_admitted_and_writes_its_first_case()
    {
        var mailbox = await platforms.MailboxAsync(Dress.Installed);
        var address = await platforms.AddressAsync(Dress.Installed);
        await using var applicant = await browser.OpenAsync(address, width: 360);
        await using var office = await browser.OpenAsync(address);
        var (applying, deciding) = (new OnboardingPages(applicant), new OnboardingPages(office));

        await applying.ApplyAsync(Name, RegionKey, Mail);
        await Expect(applicant.Page.GetByText("Ihr Antrag ist angekommen")).ToBeVisibleAsync();
        Assert.Empty(await applicant.BarriersAsync());

        await new SignInPage(office).SignInAsync("administrator@office.example");
        await deciding.ApproveAsync(Name);
        await Expect(office.Page.GetByText("Entschieden")).ToBeVisibleAsync();
        Assert.Empty(await office.BarriersAsync());

        var signIn = new SignInPage(applicant);
        var practices = new PracticePages(applicant);
        await applying.AcceptInvitationAsync(await mailbox.LinkAsync(Mail, "/einladung/"), Password);
        await Expect(signIn.Account).ToContainTextAsync(Name);
        await signIn.SignOutAsync();
        await signIn.SignInAsync(Mail, Password);
        await practices.WriteGuideAsync("Unser erster Runder Tisch");
        await Expect(practices.Heading).ToHaveTextAsync("Unser erster Runder Tisch");
        await Expect(applicant.Page.GetByText("Entwurf").First).ToBeVisibleAsync();
        Assert.Empty(applicant.Complaints.Concat(office.Complaints));
    }
}
