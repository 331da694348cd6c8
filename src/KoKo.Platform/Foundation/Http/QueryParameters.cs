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
                var errors = unknown.Select(name => new ProblemError(name, "unknown-parameter", $"Unbekannter Parameter. (Unknown parameter.) {string.Join(", ", known.Order(StringComparer.Ordinal))}"));
                await ProblemAnswer.WriteAsync(http, Problems.UnknownParameter, [.. errors]);
                return;
            }
        }

        await next(http);
    }

    private static HashSet<string> NamesOf(EndpointDefinition definition) =>
        Of(definition).Select(property => property.Name).Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName).ToHashSet(StringComparer.Ordinal);

    /// <summary>The members of the request that come from the query: all but the route's on GET and DELETE, the marked ones elsewhere.</summary>
    public static IEnumerable<PropertyInfo> Of(EndpointDefinition definition)
    {
        var route = definition.Routes[0];
        var bodyless = definition.Verbs.All(verb => verb is "GET" or "DELETE" or "HEAD");
        return definition.ReqDtoType.GetProperties().Where(property => property.CanWrite)
            .OrderBy(property => property.DeclaringType == definition.ReqDtoType) // what is inherited comes first, as one reads it
            .Where(property => !route.Contains($"{{{property.Name}", StringComparison.OrdinalIgnoreCase))
            .Where(property => property.GetCustomAttribute<FromHeaderAttribute>() is null)
            .Where(property => bodyless || property.GetCustomAttribute<QueryParamAttribute>() is not null);
    }
}
