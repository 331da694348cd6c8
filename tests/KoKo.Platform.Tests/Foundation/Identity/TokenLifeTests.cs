using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using OpenIddict.Abstractions;

namespace KoKo.Platform.Tests.Foundation.Identity;

/// <summary>Tokens and keys over time and restarts; each test runs an installation of its own.</summary>
public sealed class TokenLifeTests(PlatformWorld world) : IDisposable
{
    private readonly TestData data = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2026-06-01T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_token_lives_half_an_hour()
    {
        await using var host = Start();
        using var http = host.CreateClient();
        var token = await TokenAsync(http);

        clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, await CallAsync(http, token));

        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(http, token));
    }

    [Fact]
    public async Task What_expired_long_ago_is_cleared_away()
    {
        await using var host = Start();
        using var http = host.CreateClient();
        await TokenAsync(http);
        var clearing = host.Services.GetServices<IHostedService>().OfType<ExpiredTokens>().Single();
        clock.Advance(TimeSpan.FromDays(16));
        await TokenAsync(http);

        await clearing.ClearAsync(TestContext.Current.CancellationToken);

        await using var scope = host.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().CountAsync(TestContext.Current.CancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        Assert.Equal((1, 0), (kept, await db.Tickets.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_token_of_another_installation_is_nobody()
    {
        await using var host = Start();
        using var http = host.CreateClient();

        var answer = await new ApiClient(world, await TokenAsync(http)).SendAsync<GetMe>();

        answer.Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Tokens_and_cookies_outlive_a_restart_and_the_key_file_is_its_owners_alone()
    {
        string token;
        IEnumerable<string> cookie;
        await using (var first = Start())
        {
            using var http = first.CreateClient(new() { AllowAutoRedirect = false });
            token = await TokenAsync(http);
            cookie = await SignInAsync(http);
        }

        await using var second = Start();
        using var later = second.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.OK, await CallAsync(later, token));
        later.DefaultRequestHeaders.Add("Cookie", cookie);
        using var account = await later.GetAsync(new Uri("/konto", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data.Folder, "keys", "wrapping.key")));
        }
    }

    [Fact]
    public async Task Without_its_key_file_an_installation_does_not_start_and_says_why()
    {
        await using (var first = Start())
        {
            using var http = first.CreateClient();
            await TokenAsync(http);
        }

        File.Delete(Path.Combine(data.Folder, "keys", "wrapping.key"));
        await using var second = Start();

        var refusal = Assert.ThrowsAny<Exception>(() => second.CreateClient());
        Assert.Contains("wrapping.key", refusal.ToString(), StringComparison.Ordinal);
    }

    private WebApplicationFactory<Program> Start() => new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
        .UseEnvironment("Development")
        .UseData(data)
        .UseSetting("Logging:LogLevel:Default", "None")
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));

    private static async Task<string> TokenAsync(HttpClient http)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "demo-unna"), new("client_secret", DemoWorld.Secret)]);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(body).RootElement.GetProperty("access_token").GetString()!;
    }

    private static async Task<HttpStatusCode> CallAsync(HttpClient http, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<IEnumerable<string>> SignInAsync(HttpClient http)
    {
        using var got = await http.GetAsync(new Uri("/anmelden", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = new HubPage(got.StatusCode, null, "/anmelden", await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var fields = page.Form("anmelden").Fields.Where(field => field.Name is not ("Mail" or "Password"))
            .Append(("Mail", "reader@unna.example")).Append(("Password", DemoWorld.Secret));
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await http.PostAsync(new Uri("/anmelden", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return [answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("koko=", StringComparison.Ordinal)).Split(';')[0]];
    }
}
