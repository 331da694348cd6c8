using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.WebUtilities;

namespace KoKo.Platform.Tests.Features.Tenants;

/// <summary>An installation in Production, from the empty folder on.</summary>
public sealed partial class CreateNetworkVerbTests
{
    private const string Mail = "leitung@netzwerk.example";
    private const string Password = "fünf stille Wörter";
    private const string BaseUrl = "--Platform:BaseUrl=https://koko.example.org";

    private static readonly Uri Callback = new("http://127.0.0.1" + OwnClients.SwaggerCallback);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_made_before_the_public_address_is_known()
    {
        await using var platform = new PlatformProcess();

        Assert.Equal((1, $"The platform does not start:\n  {PlatformOptions.Missing}\n"), Plain(await platform.RunAsync()));
        Assert.Equal((1, $"The platform does not start:\n  {PlatformOptions.Missing}\n"), Plain(await platform.RunAsync("create-network", "Netzwerk", Mail)));
        Assert.Equal((2, "Usage: create-network NAME MAIL\n"), Plain(await platform.RunAsync("create-network", "Netzwerk", BaseUrl)));
        Assert.Equal((2, "'leitung' is no mail address.\nUsage: create-network NAME MAIL\n"), Plain(await platform.RunAsync("create-network", "Netzwerk", "leitung", BaseUrl)));
        Assert.False(Directory.Exists(platform.Data));
    }

    [Fact]
    public async Task A_network_begins_with_a_link_that_is_good_once_and_keeps_its_keys_over_restarts()
    {
        await using var platform = new PlatformProcess();
        var created = await platform.RunAsync("create-network", "Netzwerk Übermut", Mail, BaseUrl);
        var again = await platform.RunAsync("create-network", "Zweites Netzwerk", Mail, BaseUrl);
        Assert.Equal((0, 0), (created.Exit, again.Exit));
        Assert.StartsWith("The office of the network \"Netzwerk Übermut\" is there already, and nobody has entered it yet: earlier links are void.", again.Output, StringComparison.Ordinal);

        await platform.ServeAsync(BaseUrl);
        using var http = platform.Http();
        using var hub = new HubClient(http);
        Assert.Equal([HttpStatusCode.NotFound], await AcceptAsync(http, Link().Match(created.Output).Groups[1].Value, times: 1));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.NotFound], await AcceptAsync(http, Link().Match(again.Output).Groups[1].Value, times: 2));
        await hub.SignInAsync(Mail, Password);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(hub, http));
        var before = await http.GetStringAsync(new Uri("/v1/me", UriKind.Relative), Cancel);
        await StartsEmptyAsync(http);

        await platform.StopAsync();
        var late = await platform.RunAsync("create-network", "Drittes Netzwerk", "andere@netzwerk.example", BaseUrl);
        await platform.ServeAsync(BaseUrl);

        Assert.Equal(1, late.Exit);
        Assert.StartsWith("This installation has an office already", late.Output, StringComparison.Ordinal);
        Assert.Equal("Netzwerk Übermut", JsonDocument.Parse(before).RootElement.GetProperty("tenant").GetProperty("name").GetString());
        Assert.Equal(before, await http.GetStringAsync(new Uri("/v1/me", UriKind.Relative), Cancel)); // the token's keys
        Assert.Equal(HttpStatusCode.OK, (await hub.GetAsync("/mandant")).Status); // the cookie's keys
    }

    [Fact]
    public async Task Forwarded_headers_count_from_known_proxies_alone()
    {
        await using var platform = new PlatformProcess();
        Assert.Equal(1, (await platform.RunAsync(BaseUrl, "--Proxies:Known=everybody")).Exit);

        await platform.ServeAsync(BaseUrl);
        Assert.Empty(await StrictTransportAsync(platform));
        await platform.StopAsync();

        await platform.ServeAsync(BaseUrl, "--Proxies:Known=10.0.0.0/8");
        Assert.Empty(await StrictTransportAsync(platform));
        await platform.StopAsync();

        await platform.ServeAsync(BaseUrl, "--Proxies:Known=10.0.0.0/8,127.0.0.1");
        Assert.NotEmpty(await StrictTransportAsync(platform));
    }

    /// <summary>The platform sends HSTS exactly where it believes that the caller came by HTTPS to a public host.</summary>
    private static async Task<string> StrictTransportAsync(PlatformProcess platform)
    {
        using var http = platform.Http();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        using var answer = await http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? string.Join(' ', values) : "";
    }

    private static async Task<List<HttpStatusCode>> AcceptAsync(HttpClient http, string token, int times)
    {
        var statuses = new List<HttpStatusCode>();
        for (var time = 0; time < times; time++)
        {
            using var answer = await http.PostAsJsonAsync(new Uri("/v1/invitations/acceptance", UriKind.Relative), new { token, name = "Leitung", password = Password }, Cancel);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    private static async Task<string> TokenAsync(HubClient hub, HttpClient http)
    {
        var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var asked = await hub.GetAsync(PlatformWorld.AuthorizationRequest(OwnClients.Swagger, Callback, verifier, scope: null));
        var agreed = await hub.SubmitAsync(await hub.GetAsync(asked.Location!.ToString()), "/connect/authorize", ("zustimmung", "ja"));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = OwnClients.Swagger,
            ["redirect_uri"] = Callback.ToString(),
            ["code_verifier"] = verifier,
            ["code"] = PlatformWorld.CodeOf(agreed.Location!),
        });
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, Cancel);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("access_token").GetString()!;
    }

    /// <summary>No demo data, no demo app, no default account.</summary>
    private static async Task StartsEmptyAsync(HttpClient http)
    {
        var tenants = JsonDocument.Parse(await http.GetStringAsync(new Uri("/v1/tenants", UriKind.Relative), Cancel)).RootElement.GetProperty("items");
        Assert.Equal(["netzwerk-uebermut"], tenants.EnumerateArray().Select(tenant => tenant.GetProperty("slug").GetString()));
        var library = JsonDocument.Parse(await http.GetStringAsync(new Uri("/v1/library", UriKind.Relative), Cancel)).RootElement.GetProperty("items");
        Assert.Equal(0, library.GetArrayLength());
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "demo-duisburg", ["client_secret"] = "demo-secret" });
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static (int Exit, string Output) Plain((int Exit, string Output) result) => (result.Exit, result.Output.ReplaceLineEndings("\n"));

    [GeneratedRegex("https://koko\\.example\\.org/einladung/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
