using System.Reflection;
using FastEndpoints;

namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// Refuses query parameters an operation does not know: a misspelt filter must not silently return everything, and no
/// query value may slip into a member of the body.
/// </summary>
internal static class QueryParameters
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<EndpointDefinition, HashSet<string>> Known = new();

    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is { } definition && http.Request.Query.Count > 0)
        {
            var known = Known.GetOrAdd(definition, NamesOf);
            var unknown = http.Request.Query.Keys.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).ToList();
            if (unknown.Count > 0)
            {
                var errors = unknown.Select(name => ProblemError.At(name, "unknown-parameter", Expected(known)));
                await ProblemAnswer.WriteAsync(http, Problems.UnknownParameter, [.. errors]);
                return;
            }
        }

        await next(http);
    }

    private static string Expected(HashSet<string> known)
    {
        var names = string.Join(", ", known.Order(StringComparer.Ordinal));
        return known.Count == 0
            ? RuleWords.In("Hier gibt es keine Parameter.", "There are no parameters here.")
            : RuleWords.In($"Diesen Parameter gibt es hier nicht; es gibt {names}.", $"There is no such parameter here; there are {names}.");
    }

    private static HashSet<string> NamesOf(EndpointDefinition definition) =>
        Of(definition).Select(property => property.Name).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether anything of the operation at hand can come in a body only.</summary>
    public static bool HasBody(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is { } definition && !IsBodyless(definition) && Members(definition).Except(Of(definition)).Any();

    /// <summary>The members of the request that come from the query: all but the route's on GET and DELETE, the marked ones elsewhere.</summary>
    public static IEnumerable<PropertyInfo> Of(EndpointDefinition definition)
    {
        var bodyless = IsBodyless(definition);
        return Members(definition).Where(property => bodyless || property.GetCustomAttribute<QueryParamAttribute>() is not null);
    }

    private static bool IsBodyless(EndpointDefinition definition) => definition.Verbs.All(verb => verb is "GET" or "DELETE" or "HEAD");

    private static IEnumerable<PropertyInfo> Members(EndpointDefinition definition) =>
        definition.ReqDtoType.GetProperties().Where(property => property.CanWrite)
            .OrderBy(property => property.DeclaringType == definition.ReqDtoType) // what is inherited comes first, as one reads it
            .Where(property => !definition.Routes[0].Contains($"{{{property.Name}", StringComparison.OrdinalIgnoreCase))
            .Where(property => property.GetCustomAttribute<FromHeaderAttribute>() is null);
}
