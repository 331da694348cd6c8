using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KoKo.Platform.Tests.Contract;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>One call of an operation, of which a single place can be filled with somebody's identifier.</summary>
internal sealed record ProbeCall(ApiOperation Operation, IReadOnlyDictionary<string, string> Path)
{
    public IReadOnlyList<(string Name, string Value)> Query { get; init; } = [];

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public JsonNode? Body { get; init; }

    public bool Writes => Operation.Verb != "GET";

    public ProbeCall WithPath(string name, string value) =>
        this with { Path = Path.Select(part => part.Key == name ? KeyValuePair.Create(name, value) : part).ToDictionary(StringComparer.Ordinal) };

    public ProbeCall WithQuery(string name, string value) => this with { Query = [.. Query, (name, value)] };

    public ProbeCall WithHeader(string name, string value) => this with { Headers = [.. Headers.Where(header => header.Name != name), (name, value)] };

    public HttpRequestMessage ToRequest(string? token)
    {
        var path = Path.Aggregate(Operation.Path, (text, part) => text.Replace($"{{{part.Key}}}", Uri.EscapeDataString(part.Value), StringComparison.Ordinal));
        var query = string.Join('&', Query.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
        var request = new HttpRequestMessage(new HttpMethod(Operation.Verb), new Uri(query.Length > 0 ? $"{path}?{query}" : path, UriKind.Relative));
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = Body is null ? null : new StringContent(Body.ToJsonString(), Encoding.UTF8, "application/json");
        foreach (var (name, value) in Headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return request;
    }
}
