using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Foundation.Http;

/// <summary>What is not a proper body is refused with its own status and code, and nothing is written.</summary>
public sealed class RequestBodyTests(PlatformWorld world)
{
    private const string Slug = "herne"; // nobody else writes here, so that a count tells

    [Theory]
    [InlineData("{")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\"} x")]
    [InlineData("{\"title\": \"Nachtruhe\", \"title\": \"Ruhe am Platz\"}")]
    [InlineData("{\"escalationStart\": NaN}")]
    [InlineData("{\"title\": \"Nachtruhe \\ud800 am Platz\"}")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"\\udc00\": 1}")]
    [InlineData("\u0000")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Refuses_what_cannot_be_read(string body) => await RefusedAsync(body, HttpStatusCode.BadRequest, "malformed-request");

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public async Task Refuses_letters_that_are_not_utf8(string charset)
    {
        var before = await CountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/practices", UriKind.Relative));
        request.Content = new ByteArrayContent(Encoding.GetEncoding(charset).GetBytes("{\"title\": \"Lärm am Platz\"}")) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", charset) } };

        (await (await world.AppAsync(Slug)).SendAsync(request)).Refused(HttpStatusCode.BadRequest, "malformed-request");
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData("{\"title\": \"Nachtruhe\\u0000 am Platz\"}", "/title")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"parties\": [{\"type\": \"residents\", \"label\": \"a\\u0000\"}]}", "/parties/0/label")]
    public async Task Refuses_the_character_nul(string body, string place)
    {
        var answer = await RefusedAsync(body, HttpStatusCode.UnprocessableEntity, "invalid-input");

        Assert.Equal(place, Assert.Single(answer.Pointers));
    }

    [Fact]
    public async Task Refuses_the_character_nul_where_no_rule_of_the_operation_does()
    {
        var answer = await world.Anonymous.SendAsync<AcceptInvitation>(body: new { token = "a\0b", name = "Kim Beispiel", password = "drei lange Worte" });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(("/token", "control-character"), (Assert.Single(answer.Pointers), answer.Json.GetProperty("errors")[0].GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Refuses_what_is_nested_too_deeply() =>
        await RefusedAsync(string.Concat(Enumerable.Repeat("[", 1000)) + string.Concat(Enumerable.Repeat("]", 1000)), HttpStatusCode.BadRequest, "malformed-request");

    [Theory]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"colour\": \"red\"}", "/colour", "unknown-member")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"tenantId\": \"6f1d0c52-2f5e-4a0e-9a55-6a6d1f0a7b11\"}", "/tenantId", "unknown-member")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"state\": \"published\"}", "/state", "unknown-member")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"Title\": \"Ruhe\"}", "/Title", "unknown-member")]
    [InlineData("{\"title\": 5}", "/title", "wrong-type")]
    [InlineData("{\"title\": null}", "/title", "wrong-type")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"escalationStart\": \"4\", \"escalationEnd\": 2}", "/escalationStart", "wrong-type")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"escalationStart\": 4.5, \"escalationEnd\": 2}", "/escalationStart", "wrong-type")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"escalationStart\": 1e400}", "/escalationStart", "wrong-type")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\", \"parties\": [{\"type\": \"residents\", \"age\": 3}]}", "/parties/0/age", "unknown-member")]
    public async Task Points_to_a_member_that_does_not_belong(string body, string place, string code)
    {
        var answer = await RefusedAsync(body, HttpStatusCode.UnprocessableEntity, "invalid-input");

        Assert.Equal(place, Assert.Single(answer.Pointers));
        Assert.Equal(code, answer.Json.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Refuses_more_than_a_mebibyte()
    {
        // asks before it sends: whoever is still sending when the connection closes may lose the answer
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = world.Address };
        http.DefaultRequestHeaders.ExpectContinue = true;

        await RefusedAsync($"{{\"title\": \"{new string('x', 1_100_000)}\"}}", HttpStatusCode.RequestEntityTooLarge, "too-large", new ApiClient(world, (await world.AppAsync(Slug)).Token, http));
    }

    [Fact]
    public async Task Refuses_more_than_a_mebibyte_of_unknown_length()
    {
        var before = await CountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/practices", UriKind.Relative)) { Headers = { TransferEncodingChunked = true } };
        // one more, so that nothing is left to send when the connection closes
        request.Content = new ByteArrayContent(new byte[RequestBody.MaxBytes + 1]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        (await (await world.AppAsync(Slug)).SendAsync(request)).Refused(HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.BadRequest, "malformed-request")]
    [InlineData("{\"title\": \"Nachtruhe am Platz\"}", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")]
    public async Task Refuses_what_says_no_media_type_with_a_problem_too(string? body, HttpStatusCode status, string code)
    {
        var before = await CountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/practices", UriKind.Relative));
        request.Content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body));

        (await (await world.AppAsync(Slug)).SendAsync(request)).Refused(status, code);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Points_to_every_member_that_is_missing()
    {
        var answer = await world.Anonymous.SendAsync<AcceptInvitation>(body: "{\"token\": \"x\"}");

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/name", "/password"], answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    public async Task Refuses_another_media_type(string mediaType)
    {
        var before = await CountAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/practices", UriKind.Relative));
        request.Content = new StringContent("{\"title\": \"Nachtruhe am Platz\"}", Encoding.UTF8, MediaTypeHeaderValue.Parse(mediaType));

        var answer = await (await world.AppAsync(Slug)).SendAsync(request);

        answer.Refused(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task No_query_value_slips_into_the_body()
    {
        var answer = await (await world.AppAsync(Slug)).SendAsync<CreatePractice>(body: "{}", query: new { title = "Von der Seite" });

        answer.Refused(HttpStatusCode.BadRequest, "unknown-parameter");
    }

    [Theory]
    [InlineData("de", "Die Eingabe verletzt Regeln.")]
    [InlineData("en-GB", "The input breaks rules.")]
    [InlineData("fr", "Die Eingabe verletzt Regeln.")]
    public async Task Tells_it_in_the_language_asked_for(string language, string title)
    {
        var answer = await (await world.AppAsync(Slug)).SendAsync<CreatePractice>(body: "{\"colour\": 1}", headers: ("Accept-Language", language));

        Assert.Equal(title, answer.Json.GetProperty("title").GetString());
    }

    private async Task<ApiAnswer> RefusedAsync(string body, HttpStatusCode status, string code, ApiClient? client = null)
    {
        var before = await CountAsync();

        var answer = await (client ?? await world.AppAsync(Slug)).SendAsync<CreatePractice>(body: body);

        answer.Refused(status, code);
        Assert.Equal(before, await CountAsync());
        return answer;
    }

    private Task<int> CountAsync() => world.InsideAsync(Slug, db => db.Practices.CountAsync(TestContext.Current.CancellationToken));
}
