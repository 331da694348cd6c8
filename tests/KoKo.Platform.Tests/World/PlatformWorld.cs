using System.Text.Json;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(KoKo.Platform.Tests.World.PlatformWorld))]

namespace KoKo.Platform.Tests.World;

/// <summary>
/// One running platform with the demo world for the whole suite: real Kestrel, real database, real index, in a folder
/// of its own. Tests make what they change and leave the cast alone, so that they may run side by side.
/// </summary>
public sealed partial class PlatformWorld : IAsyncLifetime
{
    // well before a token ends, which lives for half an hour
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(20);

    private readonly Dictionary<string, (string Token, long Since)> tokens = [];
    private readonly SemaphoreSlim gate = new(1, 1);
    private TestData? data;
    private WebApplicationFactory<Program>? factory;

    public Uri Address => factory!.ClientOptions.BaseAddress;

    internal IServiceProvider Services => factory!.Services;

    internal string MailFolder => Path.Combine(data!.Folder, "mail");

    /// <summary>What it is told beyond what every world is.</summary>
    internal IReadOnlyDictionary<string, string?> Further { get; init; } = new Dictionary<string, string?>();

    /// <summary>Its clock, where a test moves the time; null for the platform's own.</summary>
    internal TimeProvider? Clock { get; init; }

    /// <summary>What the platform was told.</summary>
    internal string Setting(string name) => data!.Settings[name]!;

    /// <summary>Calls without any token.</summary>
    internal ApiClient Anonymous => new(this, null);

    public async ValueTask InitializeAsync()
    {
        if (!TestDatabase.IsThere)
        {
            return; // each test says why it is skipped
        }

        data = new TestData();
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Development")
            .UseData(data)
            .UseSettings(Further)
            .UseSetting("Urls", "http://127.0.0.1:0")
            .UseSetting("Limits:Concurrent", "1000") // what collides only when it runs at the same time has to collide here
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureTestServices(services => _ = Clock is null ? services : services.AddSingleton(Clock)));
        factory.UseKestrel(0);
        factory.StartServer();
        await Services.GetRequiredService<SearchIndexer>().CatchUpAsync(TestContext.Current.CancellationToken); // the demo world is found from the first test on
    }

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }

        data?.Dispose();
    }

    /// <summary>A browser-like client: follows nothing by itself, keeps cookies.</summary>
    public HttpClient Http() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>The demo app of a tenant, with all its scopes or only some.</summary>
    internal async Task<ApiClient> AppAsync(string slug, string? scope = null) =>
        new(this, await TokenAsync($"app {slug} {scope}", () => AppTokenAsync(DemoTenants.Of(slug).ClientId, scope)));

    /// <summary>Runs in the tenant's own context, past HTTP: to look at what was stored.</summary>
    internal async Task<T> InsideAsync<T>(string slug, Func<PlatformDb, Task<T>> look)
    {
        var scopes = Services.GetRequiredService<TenantScopes>();
        await using var scope = await scopes.OpenAsync(new Owner(OwnerKind.Tenant, DemoIds.Tenant(slug)), TestContext.Current.CancellationToken);
        return await look(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }

    private async Task<string> TokenAsync(string key, Func<Task<string>> get)
    {
        key = $"{key} {Clock?.GetUtcNow():O}"; // where the time is moved, an older token may have expired
        await gate.WaitAsync();
        try
        {
            if (!tokens.TryGetValue(key, out var known) || TimeProvider.System.GetElapsedTime(known.Since) > Fresh)
            {
                var asked = TimeProvider.System.GetTimestamp();
                tokens[key] = known = (await get(), asked);
            }

            return known.Token;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<string> AppTokenAsync(string clientId, string? scope)
    {
        using var http = Http();
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = DemoWorld.Secret,
        };
        if (scope is not null)
        {
            form["scope"] = scope;
        }

        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), new FormUrlEncodedContent(form));
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body).RootElement.GetProperty("access_token").GetString()!;
    }
}
