using System.Net;
using System.Net.Sockets;
using System.Text;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Http;

/// <summary>Requests that no proper client writes, byte by byte: none is a way around who may do what.</summary>
public sealed class OddRequestsTests(PlatformWorld world)
{
    [Theory]
    [InlineData("TRACE", "/v1/practices", 405)]
    [InlineData("TRACK", "/v1/practices", 405)]
    [InlineData("DELETE", "/v1/practices", 405)]
    [InlineData("PROPFIND", "/v1/practices", 405)]
    [InlineData("GET", "/v1//practices", 404)]
    [InlineData("GET", "/v1/practices;jsessionid=1", 404)]
    [InlineData("GET", "/v1/practices.", 404)]
    [InlineData("GET", "/v1/practices.json", 404)]
    [InlineData("GET", "/v1/practices%2f", 404)]
    [InlineData("GET", "/v1/practices/..%2fme", 404)]
    [InlineData("GET", "/v1/practices%20", 404)]
    [InlineData("GET", "/v1/tenant%2fmembers", 404)]
    public async Task Are_refused_with_a_problem(string method, string path, int status)
    {
        var answer = await SendAsync($"{method} {path} HTTP/1.1\r\nHost: {Host}\r\nAuthorization: Bearer {(await world.AppAsync("soest")).Token}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains(status == 404 ? "\"code\":\"not-found\"" : "\"code\":\"method-not-allowed\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/search?q=Windpark")]
    [InlineData("/v1/vocabularies/topic")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/bibliothek")]
    [InlineData("/v1/nichts")]
    public async Task HEAD_is_answered_as_GET_without_the_body(string path)
    {
        var get = await SendAsync($"GET {path} HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\n\r\n");
        var head = await SendAsync($"HEAD {path} HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\n\r\n");

        Assert.Equal(get.Split('\r')[0], head.Split('\r')[0]);
        Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
        Assert.Equal(TypeOf(get), TypeOf(head));

        static string? TypeOf(string answer) => answer.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Type:", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("//v1/practices")]
    [InlineData("/./v1/practices")]
    [InlineData("/konto/../v1/practices")]
    [InlineData("/%76%31/practices")]
    [InlineData("/V1/PRACTICES")]
    [InlineData("/v1/practices/")]
    [InlineData("/v1;x/practices")]
    [InlineData("/v1./practices")]
    [InlineData("\\v1\\practices")]
    public async Task Another_spelling_of_a_path_is_nobodys_way_in(string path)
    {
        var title = (await (await world.AppAsync("soest")).CreateAsync()).Content.Title;

        var answer = await SendAsync($"GET {path} HTTP/1.1\r\nHost: {Host}\r\nCookie: {await CookieAsync()}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (400|401|404) ", answer);
        Assert.DoesNotContain(title, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override: DELETE")]
    [InlineData("X-HTTP-Method: DELETE")]
    [InlineData("X-Method-Override: DELETE")]
    public async Task A_header_changes_no_method(string header)
    {
        var soest = await world.AppAsync("soest");
        var practice = await soest.CreateAsync();
        foreach (var (method, status) in (IEnumerable<(string, int)>)[("GET", 200), ("POST", 405)])
        {
            var answer = await SendAsync($"{method} /v1/practices/{practice.Id}?_method=DELETE HTTP/1.1\r\nHost: {Host}\r\nAuthorization: Bearer {soest.Token}\r\n{header}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            Assert.StartsWith(method == "GET" ? "HTTP/1.1 400 " : $"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        }

        Assert.StartsWith("HTTP/1.1 200 ", await SendAsync($"GET /v1/practices/{practice.Id} HTTP/1.1\r\nHost: {Host}\r\nAuthorization: Bearer {soest.Token}\r\n{header}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
        Assert.Equal(practice.Id, (await soest.GetAsync(practice.Id)).Id);
    }

    [Theory]
    [InlineData("Content-Length: 2\r\nContent-Length: 40")]
    [InlineData("Content-Length: 2, 40")]
    [InlineData("Content-Length: -1")]
    [InlineData("Transfer-Encoding: chunked, identity")]
    [InlineData("Transfer-Encoding : chunked")]
    [InlineData("Host: other.example")]
    public async Task A_request_of_two_lengths_or_two_hosts_is_refused_and_nothing_follows_it(string headers)
    {
        var soest = await world.AppAsync("soest");
        var title = $"Eingeschmuggelt {Guid.NewGuid():N}";
        var smuggled = $"POST /v1/practices HTTP/1.1\r\nHost: {Host}\r\nAuthorization: Bearer {soest.Token}\r\nContent-Type: application/json\r\nContent-Length: {title.Length + 12}\r\nConnection: close\r\n\r\n{{\"title\":\"{title}\"}}";

        var answer = await SendAsync($"POST /v1/practices HTTP/1.1\r\nHost: {Host}\r\nAuthorization: Bearer {soest.Token}\r\nContent-Type: application/json\r\n{headers}\r\n\r\n{{}}{smuggled}");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("HTTP/1.1 201 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await soest.SendAsync<ListPractices>(query: new { limit = 100 })).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/tenants/a%00b")]
    [InlineData("/v1/practices%00")]
    public async Task A_nul_in_a_path_is_refused(string path)
    {
        Assert.StartsWith("HTTP/1.1 400 ", await SendAsync($"GET {path} HTTP/1.1\r\nHost: {Host}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nul_in_a_form_or_a_query_of_the_hub_is_refused()
    {
        using var hub = new HubClient(world);

        var form = await hub.SubmitAsync(await hub.GetAsync("/anmelden"), "anmelden", ("Mail", "editor@soest.example\0"), ("Password", "x"));
        var query = await hub.GetAsync("/bibliothek?q=a%00b");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (form.Status, query.Status));
    }

    [Theory]
    [InlineData("client_id", "demo-soest\0")]
    [InlineData("client_secret", "\0")]
    [InlineData("scope", "library:read\0")]
    [InlineData("grant_type", "\0")]
    public async Task A_nul_in_a_token_request_is_refused(string field, string value)
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "demo-soest", ["client_secret"] = "demo-secret", [field] = value };
        using var http = world.Http();
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private string Host => world.Address.Authority;

    private async Task<string> CookieAsync()
    {
        var cookies = new CookieContainer();
        using var hub = new HubClient(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = world.Address });
        await hub.SignInAsync("editor@soest.example");
        return cookies.GetCookieHeader(world.Address);
    }

    /// <summary>Everything that comes back until the server closes.</summary>
    private async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(world.Address.Host, world.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
