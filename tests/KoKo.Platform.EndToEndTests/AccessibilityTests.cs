using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;

namespace KoKo.Platform.EndToEndTests;

/// <summary>Walks through the whole hub as everybody who finds something of her own there, and misses no page.</summary>
[Collection(nameof(Walk))]
public sealed class AccessibilityTests(Platforms platforms, Browser browser)
{
    // it has no address of its own: a path that is not there shows it, see below
    private const string ErrorRoute = "/fehler/{Status:int}";

    private const string InvitationOfADemoMember = "/einladung/demo-invitation-to-duisburg";

    // nothing is found, but something near; something is found by forgiving a typing error
    private const string NearSearch = "/suche?q=Moscheebau&kind=conference";
    private const string MisspeltSearch = "/suche?q=Moscheebua&sort=title";

    /// <summary>Who walks, and where she begins beside the start page, because only a letter or an app leads there.</summary>
    private static readonly (string? Mail, string[] Starts)[] Cast =
    [
        (null, ["/", InvitationOfADemoMember, NearSearch, MisspeltSearch]),
        ("editor@zwei-mandanten.example", ["/", Authorization.PageOf(Authorization.OwnClient)]),
        ("administrator@duisburg.example", ["/", Authorization.PageOf(Authorization.ReaderOfDuisburg)]),
        ("organiser@office.example", ["/"]),
        ("administrator@office.example", ["/"]),
        ("mediatorin6@mediation.example", ["/"]),
    ];

    [Theory]
    [InlineData(Dress.Installed)]
    [InlineData(Dress.Fallback)]
    public async Task No_page_of_the_hub_has_barriers(Dress dress)
    {
        var (barriers, visited) = (new List<string>(), new HashSet<string> { ErrorRoute });
        var seen = new HashSet<string>();
        foreach (var (mail, starts) in Cast)
        {
            await using var window = await browser.OpenAsync(await platforms.AddressAsync(dress));
            var walk = new Walk(window, seen);
            if (mail is not null)
            {
                await new SignInPage(window).SignInAsync(mail);
            }

            await walk.FromAsync(starts);

            barriers.AddRange(walk.Barriers.Concat(window.Complaints).Select(barrier => $"{mail ?? "anybody"}: {barrier}"));
            visited.UnionWith(walk.Routes);
        }

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
        Assert.Empty(HubRoute.All.Select(route => route.Template).Except(visited));
    }

    [Theory]
    [InlineData(Dress.Installed, 360)]
    [InlineData(Dress.Installed, 1280)]
    [InlineData(Dress.Fallback, 360)]
    [InlineData(Dress.Fallback, 1280)]
    public async Task A_page_that_is_not_there_has_no_barriers(Dress dress, int width)
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(dress), width);

        var status = await window.GoAsync("/nichts-davon");

        Assert.Equal(404, status);
        Assert.Empty(await window.BarriersAsync());
        Assert.Empty(window.Complaints);
    }
}
