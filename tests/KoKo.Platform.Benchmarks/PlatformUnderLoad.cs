using System.Net.Http.Headers;
using System.Text.Json;
using KoKo.Platform.Demo;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KoKo.Platform.Benchmarks;

/// <summary>The platform with the demo world on a real socket, in a folder that goes away with it.</summary>
internal sealed class PlatformUnderLoad : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("koko-benchmark-").FullName;
    private readonly WebApplicationFactory<Program> factory;

    public PlatformUnderLoad()
    {
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseContentRoot(AppContext.BaseDirectory)
            .UseEnvironment("Development")
            .UseSetting("Data:Path", folder)
            .UseSetting("Urls", "http://127.0.0.1:0")
            .UseSetting("Limits:RequestsPerMinute", "100000000") // quotas would measure themselves
            .UseSetting("Logging:LogLevel:Default", "Warning"));
        factory.UseKestrel(0);
        factory.StartServer();
    }

    public IServiceProvider Services => factory.Services;

    /// <summary>A client that is signed in as the demo app of a tenant.</summary>
    public Task<HttpClient> SignedInAsync(string slug, CancellationToken cancellationToken) => SignedInAsync(factory.ClientOptions.BaseAddress, slug, cancellationToken);

    public static async Task<HttpClient> SignedInAsync(Uri address, string slug, CancellationToken cancellationToken, int clients = Load.Clients)
    {
        var client = Load.Client(address, clients);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = DemoTenants.Of(slug).ClientId,
            ["client_secret"] = DemoWorld.Secret,
        });
        using var answer = await client.PostAsync(new Uri("/connect/token", UriKind.Relative), form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
