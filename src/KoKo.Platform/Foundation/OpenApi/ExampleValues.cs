using System.Text.Json;
using System.Text.Json.Nodes;
using KoKo.Platform.Foundation.Text;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>Examples as the wire shows them.</summary>
internal static class ExampleValues
{
    private static readonly JsonSerializerOptions Options = Strict();

    /// <summary>The body alone: what stands in path, query and headers is left out, and so is what is null.</summary>
    public static JsonNode? BodyOf(object example, UseCase useCase)
    {
        var node = JsonSerializer.SerializeToNode(example, Options);
        if (node is JsonObject body)
        {
            var members = useCase.BodyMembers.Select(UseCase.NameOf).ToHashSet(StringComparer.Ordinal);
            foreach (var name in body.Select(member => member.Key).Where(name => !members.Contains(name)).ToList())
            {
                body.Remove(name);
            }
        }

        return node;
    }

    /// <summary>The value of that name on an anonymous object.</summary>
    public static JsonNode? Of(object? values, string name)
    {
        var node = values is null ? null : JsonSerializer.SerializeToNode(values, Options)?[name];
        return node?.DeepClone();
    }

    private static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions();
        Json.BeStrict(options);
        options.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull;
        return options;
    }
}
