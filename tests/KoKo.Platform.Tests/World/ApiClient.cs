using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using FastEndpoints;
using KoKo.Platform.Foundation.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.World;

/// <summary>Calls an operation by its use case: no test spells a URL.</summary>
/// <param name="elsewhere">Another process than the world's that answers; it stays the giver's.</param>
internal sealed class ApiClient(PlatformWorld world, string? token, HttpClient? elsewhere = null)
{
    public static JsonSerializerOptions Options { get; } = Strict();

    /// <summary>For other clients than this one.</summary>
    public string? Token => token;

    /// <param name="route">Values of the path, by name.</param>
    /// <param name="body">Sent as JSON; a string is sent as it is.</param>
    /// <param name="query">Values of the query, by name; a list repeats the name.</param>
    /// <param name="headers">Further headers, such as If-Match.</param>
    public async Task<ApiAnswer> SendAsync<TUseCase>(object? route = null, object? body = null, object? query = null, params (string Name, string Value)[] headers)
        where TUseCase : BaseEndpoint
    {
        var endpoint = world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .First(endpoint => endpoint.Metadata.GetMetadata<EndpointDefinition>()?.EndpointType == typeof(TUseCase));
        using var request = new HttpRequestMessage(
            new HttpMethod(endpoint.Metadata.GetMetadata<EndpointDefinition>()!.Verbs[0]),
            new Uri(PathOf(endpoint, route) + QueryOf(query), UriKind.Relative));
        if (body is not null)
        {
            request.Content = body is string text ? new StringContent(text, Encoding.UTF8, "application/json") : JsonContent.Create(body, options: Options);
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await SendAsync(request);
    }

    /// <summary>For what is not an operation: odd paths, odd methods.</summary>
    public async Task<ApiAnswer> SendAsync(HttpRequestMessage request)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var own = elsewhere is null ? world.Http() : null;
        using var answer = await (elsewhere ?? own!).SendAsync(request, TestContext.Current.CancellationToken);
        return new ApiAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers, answer.Content.Headers);
    }

    private static string PathOf(RouteEndpoint endpoint, object? route)
    {
        var path = new StringBuilder();
        foreach (var segment in endpoint.RoutePattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
            {
                path.Append(part switch
                {
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                    Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Uri.EscapeDataString(ValueOf(route, parameter.Name)),
                    _ => throw new InvalidOperationException(),
                });
            }
        }

        return path.ToString();
    }

    private static string QueryOf(object? query) => query is null
        ? ""
        : "?" + string.Join('&', query.GetType().GetProperties().SelectMany(property => ValuesOf(property.GetValue(query)).Select(value => $"{property.Name}={Uri.EscapeDataString(value)}")));

    private static IEnumerable<string> ValuesOf(object? value) => value switch
    {
        null => [],
        string text => [text],
        System.Collections.IEnumerable list => list.Cast<object>().Select(TextOf),
        _ => [TextOf(value)],
    };

    private static string ValueOf(object? values, string name) =>
        TextOf(values?.GetType().GetProperty(name, BindingFlags.IgnoreCase | BindingFlags.Instance | BindingFlags.Public)?.GetValue(values)
            ?? throw new ArgumentException($"The path needs {name}."));

    private static string TextOf(object value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;

    private static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions();
        Json.BeStrict(options);
        return options;
    }
}

/// <summary>What came back.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string? ETag => Headers.ETag?.ToString();

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The stable code of a refusal; checks that it is problem+json with the status it says.</summary>
    public string Code
    {
        get
        {
            Assert.Equal("application/problem+json", ContentHeaders.ContentType?.MediaType);
            Assert.Equal((int)Status, Json.GetProperty("status").GetInt32());
            return Json.GetProperty("code").GetString()!;
        }
    }

    /// <summary>The JSON pointers of all errors.</summary>
    public IReadOnlyList<string> Pointers => [.. Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!)];

    /// <summary>The body of a success.</summary>
    public T As<T>(HttpStatusCode expected = HttpStatusCode.OK)
    {
        Assert.True(expected == Status, $"{(int)Status} {Body}");
        return JsonSerializer.Deserialize<T>(Body, ApiClient.Options)!;
    }

    public void Refused(HttpStatusCode status, string code)
    {
        Assert.True(status == Status, $"{(int)Status} {Body}");
        Assert.Equal(code, Code);
    }
}
