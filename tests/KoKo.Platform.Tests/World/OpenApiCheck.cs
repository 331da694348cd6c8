using System.Text.Json;

namespace KoKo.Platform.Tests.World;

/// <summary>
/// Holds every request to Meilisearch against the OpenAPI document that KOKO_MEILISEARCH_OPENAPI names: path, method, query and
/// the members of the body. Without one, requests pass.
/// </summary>
internal sealed class OpenApiCheck : DelegatingHandler
{
    private static readonly Lazy<JsonElement?> Document = new(() =>
        Environment.GetEnvironmentVariable("KOKO_MEILISEARCH_OPENAPI") is { Length: > 0 } path ? JsonDocument.Parse(File.ReadAllText(path)).RootElement : null);

    private readonly JsonElement document;

    private OpenApiCheck(JsonElement document, HttpMessageHandler inner)
        : base(inner) => this.document = document;

    public static HttpMessageHandler Handler(HttpMessageHandler inner) => Document.Value is { } document ? new OpenApiCheck(document, inner) : inner;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var operation = Operation(request);
        var allowed = operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(Resolved).Select(parameter => parameter.GetProperty("name").GetString()).ToHashSet()
            : [];
        foreach (var name in request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]))
        {
            Assert.True(allowed.Contains(name), $"{request.Method} {request.RequestUri.AbsolutePath} knows no parameter {name}.");
        }

        if (request.Content is not null)
        {
            var body = JsonDocument.Parse(await request.Content.ReadAsStringAsync(cancellationToken)).RootElement;
            var schema = Resolved(operation.GetProperty("requestBody")).GetProperty("content").GetProperty("application/json").GetProperty("schema");
            Assert.True(Fits(body, schema), $"{request.Method} {request.RequestUri.AbsolutePath}: {Fault(body, schema)}");
        }

        return await base.SendAsync(request, cancellationToken);
    }

    private JsonElement Operation(HttpRequestMessage request)
    {
        var parts = request.RequestUri!.AbsolutePath.Trim('/').Split('/');
        var path = document.GetProperty("paths").EnumerateObject()
            .Where(path => IsPath(path.Name.Trim('/').Split('/'), parts))
            .OrderBy(path => path.Name.Count(letter => letter == '{'))
            .FirstOrDefault();
        Assert.True(path.Value.ValueKind == JsonValueKind.Object, $"The document knows no path {request.RequestUri.AbsolutePath}.");
        Assert.True(path.Value.TryGetProperty(request.Method.Method.ToLowerInvariant(), out var operation), $"{path.Name} knows no {request.Method}.");
        return operation;
    }

    private static bool IsPath(string[] pattern, string[] parts) =>
        pattern.Length == parts.Length && pattern.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private JsonElement Resolved(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
        {
            schema = reference.GetString()!.TrimStart('#', '/').Split('/').Aggregate(document, (node, name) => node.GetProperty(name));
        }

        return schema;
    }

    private bool Fits(JsonElement value, JsonElement schema) => Fault(value, schema) is null;

    /// <summary>What a value has that the schema does not know: members and kinds, not ranges.</summary>
    private string? Fault(JsonElement value, JsonElement unresolved)
    {
        var schema = Resolved(unresolved);
        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
        {
            var faults = choices.EnumerateArray().Select(choice => Fault(value, choice)).ToList();
            return faults.Contains(null) ? null : string.Join(" / ", faults);
        }

        if (schema.TryGetProperty("allOf", out var all))
        {
            return value.ValueKind == JsonValueKind.Object
                ? value.EnumerateObject().Select(member => all.EnumerateArray().Any(part => Knows(Resolved(part), member)) ? null : $"no member {member.Name}").FirstOrDefault(fault => fault is not null)
                : null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("properties", out _) => value.EnumerateObject().Select(member => FaultOf(member, schema)).FirstOrDefault(fault => fault is not null),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().Select(element => Fault(element, items)).FirstOrDefault(fault => fault is not null),
            _ => IsOfType(value, schema) ? null : $"{value.ValueKind} where {schema.GetProperty("type")} is asked for",
        };
    }

    private string? FaultOf(JsonProperty member, JsonElement schema) =>
        schema.GetProperty("properties").TryGetProperty(member.Name, out var known) ? Fault(member.Value, known)
        : schema.TryGetProperty("additionalProperties", out var further) && further.ValueKind != JsonValueKind.False ? null
        : $"no member {member.Name}";

    private bool Knows(JsonElement part, JsonProperty member) => part.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var known) && Fits(member.Value, known);

    private static bool IsOfType(JsonElement value, JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return true;
        }

        var types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString())] : (string?[])[type.GetString()];
        return value.ValueKind switch
        {
            JsonValueKind.String => types.Contains("string"),
            JsonValueKind.Number => types.Contains("number") || types.Contains("integer"),
            JsonValueKind.True or JsonValueKind.False => types.Contains("boolean"),
            JsonValueKind.Array => types.Contains("array"),
            JsonValueKind.Object => types.Contains("object"),
            _ => types.Contains("null"),
        };
    }
}
