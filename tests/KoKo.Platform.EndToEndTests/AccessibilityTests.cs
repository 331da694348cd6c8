using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;

namespace KoKo.Platform.EndToEndTests;

/// <summary>Walks through the whole hub as anybody can, and looks at every kind of page.</summary>
public sealed class AccessibilityTests(Platforms platforms, Browser browser)
{
    // programs' addresses, and what is not a page
    private static readonly string[] NotPages = ["/swagger", "/openapi", "/v1", "/connect"];

    [Theory]
    [InlineData(Dress.Installed, 360)]
    [InlineData(Dress.Installed, 1280)]
    [InlineData(Dress.Fallback, 360)]
    [InlineData(Dress.Fallback, 1280)]
    public async Task Every_page_anybody_can_open_has_no_barriers(Dress dress, int width)
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(dress), width);

        var (visited, barriers) = await WalkAsync(window);

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
        Assert.Empty(window.Complaints);
        Assert.True(visited >= 5, $"only {visited} pages were found");
    }

    [Theory]
    [InlineData("editor@duisburg.example", 360)]
    [InlineData("administrator@krefeld.example", 1280)]
    [InlineData("administrator@office.example", 360)]
    [InlineData("organiser@office.example", 1280)]
    public async Task Every_page_a_member_can_open_has_no_barriers(string mail, int width)
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed), width);
        await new SignInPage(window).SignInAsync(mail);

        var (_, barriers) = await WalkAsync(window);

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task A_page_that_is_not_there_has_no_barriers(int width)
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed), width);

        var status = await window.GoAsync("/nichts-davon");

        Assert.Equal(404, status);
        Assert.Empty(await window.BarriersAsync());
    }

    private static async Task<(int Visited, IReadOnlyList<string> Barriers)> WalkAsync(Window window)
    {
        var known = new HashSet<string> { "/" };
        var waiting = new Queue<string>(known);
        var perKind = new Dictionary<string, int>();
        var barriers = new List<string>();
        while (waiting.TryDequeue(out var path))
        {
            if (await window.GoAsync(path) is var status and not 200)
            {
                barriers.Add($"{path} answers {status}");
                continue;
            }

            barriers.AddRange(await window.BarriersAsync());
            foreach (var link in (await window.LinksAsync()).Where(link => IsWorthAVisit(link, perKind) && known.Add(link)))
            {
                waiting.Enqueue(link);
            }
        }

        return (known.Count, barriers);
    }

    // three of a kind tell as much as sixty
    private static bool IsWorthAVisit(string link, Dictionary<string, int> perKind)
    {
        if (NotPages.Any(link.StartsWith) || link.EndsWith(".ics", StringComparison.Ordinal))
        {
            return false;
        }

        var kind = string.Join('/', link.Split('?')[0].Split('/').Take(2)) + (link.Contains('?', StringComparison.Ordinal) ? "?" : "") + link.Count(letter => letter == '/');
        return (perKind[kind] = perKind.GetValueOrDefault(kind) + 1) <= 3;
    }
}
