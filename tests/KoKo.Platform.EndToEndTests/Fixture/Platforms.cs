using KoKo.Platform.EndToEndTests.Fixture;

[assembly: AssemblyFixture(typeof(Platforms))]

namespace KoKo.Platform.EndToEndTests.Fixture;

/// <summary>How the hub is dressed.</summary>
public enum Dress
{
    /// <summary>As the installation has it: KERN, where the build restored it.</summary>
    Installed,

    /// <summary>Without KERN.</summary>
    Fallback,
}

/// <summary>The platforms under test: the address of KOKO_TEST_ADDRESS, or else the built one, started when first asked for.</summary>
public sealed class Platforms : IAsyncDisposable
{
    private readonly Dictionary<Dress, Task<PlatformProcess>> started = [];
    private readonly Lock gate = new();

    internal async Task<Uri> AddressAsync(Dress dress)
    {
        if (Environment.GetEnvironmentVariable("KOKO_TEST_ADDRESS") is not { Length: > 0 } given)
        {
            return (await ProcessAsync(dress)).Address;
        }

        if (dress == Dress.Fallback)
        {
            Requirements.Missing("fallback", "The platform at KOKO_TEST_ADDRESS has the dress it has.");
        }

        return new Uri(given);
    }

    /// <summary>The mails of a platform that the tests started themselves; nobody else's are within reach.</summary>
    internal async Task<Mailbox> MailboxAsync(Dress dress)
    {
        if (Environment.GetEnvironmentVariable("KOKO_TEST_ADDRESS") is { Length: > 0 })
        {
            Requirements.Missing("mail", "The mails of the platform at KOKO_TEST_ADDRESS are out of reach.");
        }

        return new Mailbox((await ProcessAsync(dress)).MailFolder);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var platform in started.Values)
        {
            await (await platform).DisposeAsync();
        }
    }

    private Task<PlatformProcess> ProcessAsync(Dress dress)
    {
        lock (gate)
        {
            if (!started.TryGetValue(dress, out var platform))
            {
                started[dress] = platform = dress == Dress.Fallback ? PlatformProcess.StartAsync("--Hub:UseKern=false") : PlatformProcess.StartAsync();
            }

            return platform;
        }
    }
}
