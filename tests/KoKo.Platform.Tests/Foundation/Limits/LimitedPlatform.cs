using System.Net.Http.Headers;
using System.Text.Json;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Limits;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KoKo.Platform.Tests.Foundation.Limits;

/// <summary>An installation of its own with small limits; its clock stands still.</summary>
internal sealed class LimitedPlatform : IAsyncDisposable
{
    private readonly TestData data = new();
    private readonly WebApplicationFactory<Program> host;

    public LimitedPlatform(params (string Name, string Value)[] settings)
    {
        host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development").UseData(data).UseSetting("Logging:LogLevel:Default", "None")
                .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        });
    }

    /// <summary>Half a minute is over.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 1, 8, 0, 30, TimeSpan.Zero));

    public IServiceProvider Services => host.Services;

    public FairGate Gate => host.Services.GetRequiredService<FairGate>();

    public static Caller CallerOf(string slug) => new(DemoIds.Tenant(slug), null);

    public HttpClient Http() => host.CreateClient(new() { AllowAutoRedirect = false });

    /// <summary>A client that is signed in as the demo app of a tenant.</summary>
    public async Task<HttpClient> SignedInAsync(string slug)
    {
        var http = Http();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", DemoTenants.Of(slug).ClientId), new("client_secret", DemoWorld.Secret)]);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("access_token").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        data.Dispose();
    }
}

internal static class LimitedAnswers
{
    public static async Task<ApiAnswer> CallAsync(this HttpClient http, string path = "/v1/me", HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return new ApiAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers, answer.Content.Headers);
    }

    public static string? Header(this ApiAnswer answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;

    /// <summary>Limit, remaining and reset.</summary>
    public static string Quota(this ApiAnswer answer) => $"{answer.Header("RateLimit-Limit")} {answer.Header("RateLimit-Remaining")} {answer.Header("RateLimit-Reset")}";
}
