using System.Text.Json.Nodes;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>Finds in the example of a body what names somebody's row.</summary>
internal static class BodyPlaces
{
    /// <summary>The pointer of each identifier, its shape, and the body with another one in its place.</summary>
    public static IEnumerable<(string Pointer, Shape Shape, Func<string, JsonNode> With)> In(JsonNode body) =>
        Leaves(body, []).Where(leaf => ShapeOf(leaf) is not null).Select(leaf => (
            "/" + string.Join('/', leaf.Path),
            ShapeOf(leaf)!.Value,
            (Func<string, JsonNode>)(value => Replaced(body, leaf.Path, leaf.Path[0] == "audiences" ? $"tenant:{value}" : value))));

    private static Shape? ShapeOf((IReadOnlyList<string> Path, string Value) leaf) => leaf.Path[^1] switch
    {
        _ when Guid.TryParse(leaf.Value, out _) => Shape.Id,
        _ when leaf.Path[0] == "audiences" => Shape.Id,
        "token" => Shape.Token,
        _ when leaf.Value.Contains('@', StringComparison.Ordinal) => Shape.Word,
        _ => null,
    };

    private static IEnumerable<(IReadOnlyList<string> Path, string Value)> Leaves(JsonNode? node, IReadOnlyList<string> path) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value, [.. path, member.Key])),
        JsonArray items => items.SelectMany((item, index) => Leaves(item, [.. path, $"{index}"])),
        JsonValue value when value.TryGetValue<string>(out var text) => [(path, text)],
        _ => [],
    };

    private static JsonNode Replaced(JsonNode body, IReadOnlyList<string> path, string value)
    {
        var copy = body.DeepClone();
        var parent = path.SkipLast(1).Aggregate(copy, (node, step) => node is JsonArray items ? items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        if (parent is JsonArray list)
        {
            list[int.Parse(path[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent[path[^1]] = value;
        }

        return copy;
    }
}
