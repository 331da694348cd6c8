using System.Text.Json.Nodes;
using KoKo.Platform.Foundation.OpenApi;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Contract;

/// <summary>The document as the platform serves it, read as an integrator reads it.</summary>
internal sealed class ApiDocument
{
    private ApiDocument(JsonNode root, string text)
    {
        Root = root;
        Text = text;
        Operations =
        [
            .. root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation =>
                new ApiOperation(this, operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()))),
        ];
    }

    public JsonNode Root { get; }

    public string Text { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static async Task<ApiDocument> ServedAsync(PlatformWorld world)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(OpenApiSetup.DocumentPath, UriKind.Relative));
        var answer = await world.Anonymous.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
        return new ApiDocument(JsonNode.Parse(answer.Body)!, answer.Body + "\n");
    }

    /// <summary>What a reference points at, or the node itself.</summary>
    public JsonNode Resolve(JsonNode node) => node["$ref"] is { } reference
        ? reference.GetValue<string>()[2..].Split('/').Aggregate(Root, (found, part) => found[part]!)
        : node;
}

internal sealed class ApiOperation(ApiDocument document, string verb, string path, JsonObject node)
{
    public JsonObject Node => node;

    public string Verb => verb;

    public string Path => path;

    public string Name => node["operationId"]!.GetValue<string>();

    public string Caller => node["x-example-caller"]!.GetValue<string>();

    /// <summary>What a token needs; empty where none is needed.</summary>
    public string Scopes => string.Join(' ', node["security"]!.AsArray().SelectMany(way => way!.AsObject().SelectMany(scheme => scheme.Value!.AsArray())).Select(scope => scope!.GetValue<string>()));

    public IReadOnlyList<JsonObject> Parameters => [.. (node["parameters"]?.AsArray() ?? []).Select(parameter => parameter!.AsObject())];

    public JsonObject? Body => node["requestBody"]?["content"]?["application/json"]?.AsObject();

    public IReadOnlyDictionary<string, JsonNode> Responses => node["responses"]!.AsObject().ToDictionary(response => response.Key, response => document.Resolve(response.Value!), StringComparer.Ordinal);

    public IEnumerable<JsonObject> In(string place) => Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == place);

    public override string ToString() => Name;
}
