using KoKo.Platform.EndToEndTests.Fixture;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace KoKo.Platform.EndToEndTests.Fixture;

/// <summary>One Chromium for the suite; every test opens windows of its own, with cookies of their own.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private readonly SemaphoreSlim gate = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    internal async Task<Window> OpenAsync(Uri address, int width = 1280)
    {
        var context = await (await StartAsync()).NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
            ViewportSize = new() { Width = width, Height = 800 },
        });
        return new Window(context, await context.NewPageAsync(), address);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        gate.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        if (Find() is not { } program)
        {
            Requirements.Missing("browser", "No Chromium on the PATH; KOKO_TEST_BROWSER may name one.");
            throw new InvalidOperationException();
        }

        await gate.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            // containers run as root and without the kernel's user namespaces
            return browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
        }
        finally
        {
            gate.Release();
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("KOKO_TEST_BROWSER") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : null;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name + suffix))).FirstOrDefault(File.Exists);
    }
}
