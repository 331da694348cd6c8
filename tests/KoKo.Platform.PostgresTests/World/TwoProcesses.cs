using System.Net;
using KoKo.Platform.Foundation.Limits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KoKo.Platform.Tests.World;

/// <summary>
/// A platform with the demo world, and a second process on its database, with a folder of its own and the same keys. The
/// first lives in this process, the second beside it.
/// </summary>
public sealed class TwoProcesses : IAsyncLifetime
{
    private PlatformProcess? second;
    private HttpClient? through;

    internal PlatformWorld First { get; } = new();

    internal PlatformProcess Second => second!;

    public async ValueTask InitializeAsync()
    {
        if (!TestDatabase.IsThere)
        {
            return; // each test says why it is skipped
        }

        await First.InitializeAsync();
        var database = new NpgsqlConnectionStringBuilder(First.Setting("ConnectionStrings:Platform")).Database!;
        var key = await File.ReadAllBytesAsync(Path.Combine(First.Setting("Data:Path"), "keys", "wrapping.key"));
        second = new PlatformProcess(TestDatabase.SettingsOf(database), "Production");
        await second.ServeAsync([$"--Keys:Wrapping={Convert.ToBase64String(key)}", $"--Platform:BaseUrl={First.Address}", .. Limits()]);
        through = second.Http();
    }

    public async ValueTask DisposeAsync()
    {
        through?.Dispose();
        if (second is not null)
        {
            await second.DisposeAsync();
        }

        await First.DisposeAsync();
    }

    // a quota is one over all processes, so they must agree on it
    private IEnumerable<string> Limits()
    {
        var limits = First.Services.GetRequiredService<IOptions<LimitOptions>>().Value;
        return
        [
            $"--Limits:{nameof(limits.RequestsPerMinute)}={limits.RequestsPerMinute}",
            $"--Limits:{nameof(limits.AnonymousPerMinute)}={limits.AnonymousPerMinute}",
            $"--Limits:{nameof(limits.Concurrent)}={limits.Concurrent}",
        ];
    }

    /// <summary>The same caller at the second process.</summary>
    internal ApiClient AtSecond(ApiClient client) => new(First, client.Token, through);

    /// <summary>The demo app of a tenant at the first and at the second process.</summary>
    internal async Task<ApiClient[]> AppAsync(string slug)
    {
        var app = await First.AppAsync(slug);
        return [app, AtSecond(app)];
    }

    /// <summary>One browser, once at each process.</summary>
    internal (HubClient First, HubClient Second) Browser()
    {
        var cookies = new CookieContainer();
        var first = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = First.Address };
        return (new HubClient(first), new HubClient(Second.Http(cookies)));
    }
}

/// <summary>One start of both processes for all tests that need them, one test after the other.</summary>
[CollectionDefinition(Name)]
public sealed class TwoProcessesTests : ICollectionFixture<TwoProcesses>
{
    public const string Name = "Two processes on one database";
}
