using System.Text.Json.Nodes;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>
/// What would break a program that relies on the older of two documents: something removed, retyped or newly demanded.
/// A new major version may do so, and so may versions before 1.0 (semver).
/// </summary>
internal static class ContractChanges
{
    private static readonly string[] TypeWords = ["$ref", "type", "format", "items", "oneOf"];

    public static IReadOnlyList<string> Between(string older, string newer)
    {
        var before = JsonNode.Parse(older)!;
        var after = JsonNode.Parse(newer)!;
        return MayBreak(VersionOf(before), VersionOf(after)) ? [] : [.. Operations(before, after).Concat(Schemas(before, after))];
    }

    private static bool MayBreak(string before, string after) => before.StartsWith("0.", StringComparison.Ordinal) || before.Split('.')[0] != after.Split('.')[0];

    private static string VersionOf(JsonNode document) => document["info"]!["version"]!.GetValue<string>();

    private static IEnumerable<string> Operations(JsonNode before, JsonNode after)
    {
        foreach (var (path, item) in before["paths"]!.AsObject())
        {
            foreach (var (verb, operation) in item!.AsObject())
            {
                var name = $"{verb.ToUpperInvariant()} {path}";
                if (after["paths"]![path]?[verb] is not { } now)
                {
                    yield return $"{name} is gone.";
                    continue;
                }

                foreach (var change in Parameters(operation!, now).Concat(Statuses(operation!, now)))
                {
                    yield return $"{name}: {change}";
                }
            }
        }
    }

    private static IEnumerable<string> Parameters(JsonNode before, JsonNode after)
    {
        var old = ByName(before);
        var now = ByName(after);
        return old.Keys.Except(now.Keys).Select(name => $"parameter {name} is gone.")
            .Concat(now.Where(parameter => IsRequired(parameter.Value) && !(old.TryGetValue(parameter.Key, out var known) && IsRequired(known))).Select(parameter => $"parameter {parameter.Key} is demanded now."))
            .Concat(old.Where(parameter => now.TryGetValue(parameter.Key, out var other) && TypeOf(parameter.Value["schema"]) != TypeOf(other["schema"])).Select(parameter => $"parameter {parameter.Key} has another type."));
    }

    private static IEnumerable<string> Statuses(JsonNode before, JsonNode after) =>
        before["responses"]!.AsObject().Select(response => response.Key).Where(status => status.StartsWith('2') && after["responses"]![status] is null).Select(status => $"{status} is gone.");

    private static IEnumerable<string> Schemas(JsonNode before, JsonNode after)
    {
        foreach (var (name, schema) in before["components"]!["schemas"]!.AsObject())
        {
            if (after["components"]!["schemas"]![name] is not { } now)
            {
                yield return $"{name} is gone.";
                continue;
            }

            foreach (var change in Properties(schema!, now).Concat(Codes(schema!, now)))
            {
                yield return $"{name}{change}";
            }
        }
    }

    private static IEnumerable<string> Properties(JsonNode before, JsonNode after)
    {
        foreach (var (property, schema) in before["properties"]?.AsObject() ?? [])
        {
            if (after["properties"]?[property] is not { } now)
            {
                yield return $".{property} is gone.";
            }
            else if (TypeOf(schema) != TypeOf(now))
            {
                yield return $".{property} has another type.";
            }
        }

        foreach (var property in IsClosed(after) ? Required(after).Except(Required(before)) : Required(before).Except(Required(after)))
        {
            yield return $".{property} is {(IsClosed(after) ? "demanded now" : "no longer always there")}.";
        }
    }

    private static IEnumerable<string> Codes(JsonNode before, JsonNode after) =>
        (before["enum"]?.AsArray() ?? []).Select(code => code!.ToString()).Except((after["enum"]?.AsArray() ?? []).Select(code => code!.ToString())).Select(code => $": {code} is gone.");

    /// <summary>What is sent is closed, what is received may grow.</summary>
    private static bool IsClosed(JsonNode schema) => schema["additionalProperties"] is JsonValue;

    private static IEnumerable<string> Required(JsonNode schema) => (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>());

    private static Dictionary<string, JsonNode> ByName(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(parameter => $"{parameter!["in"]} {parameter["name"]}", parameter => parameter!, StringComparer.Ordinal);

    private static bool IsRequired(JsonNode parameter) => parameter["required"]?.GetValue<bool>() == true;

    private static string TypeOf(JsonNode? schema) =>
        string.Join('|', TypeWords.Select(word => schema?[word] is { } value ? word == "items" ? TypeOf(value) : value.ToJsonString() : ""));
}
