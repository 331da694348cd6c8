using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using FastEndpoints;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Identity;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>What an operation says of itself: its endpoint, its row in the access table, where its members come from.</summary>
internal sealed partial class UseCase(EndpointDefinition definition)
{
    public EndpointDefinition Definition => definition;

    public string Name => definition.EndpointType.Name;

    public string Verb => definition.Verbs[0];

    public AccessRule Access => AccessTable.Rules[Name];

    /// <summary>The folder of its area or room.</summary>
    public string Area => definition.EndpointType.Namespace!.Split('.')[3];

    public bool RequiresIfMatch => definition.EndpointType.IsDefined(typeof(RequiresIfMatchAttribute));

    public bool AcceptsIfMatch => definition.EndpointType.IsDefined(typeof(AcceptsIfMatchAttribute));

    /// <summary>Where a version can be demanded or read, the answer carries it.</summary>
    public bool SendsETag =>
        RequiresIfMatch || definition.EndpointType.IsDefined(typeof(SendsETagAttribute)) || definition.ResDtoType.GetProperty("Version")?.PropertyType == typeof(int);

    public IEnumerable<Problem> Refusals =>
        (definition.EndpointType.GetCustomAttribute<RefusesAttribute>()?.Names ?? []).Select(name => ProblemCatalogue.Find(name, Area));

    public EndpointSummary? Summary => definition.EndpointSummary;

    /// <summary>Names in the path with their constraint, if there is one.</summary>
    public IReadOnlyList<(string Name, string? Constraint)> PathNames =>
        [.. PathName().Matches(definition.Routes[0]).Select(match => (match.Groups["name"].Value, match.Groups["constraint"].Success ? match.Groups["constraint"].Value : null))];

    public IReadOnlyList<PropertyInfo> QueryMembers => Members.Any() ? [.. QueryParameters.Of(definition)] : [];

    public IReadOnlyList<PropertyInfo> HeaderMembers => [.. Members.Where(IsHeader)];

    public IReadOnlyList<PropertyInfo> BodyMembers =>
        Verb is "GET" or "DELETE" or "HEAD" ? [] : [.. Members.Where(member => !IsInPath(member) && !IsHeader(member)).Except(QueryMembers)];

    public IEnumerable<PropertyInfo> Members =>
        definition.ReqDtoType == typeof(EmptyRequest) ? [] : definition.ReqDtoType.GetProperties().Where(member => member.CanWrite);

    public static UseCase? Find(ApiDescription description) =>
        description.ActionDescriptor.EndpointMetadata.OfType<EndpointDefinition>().FirstOrDefault() is { } definition ? new UseCase(definition) : null;

    public static string NameOf(PropertyInfo member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    private bool IsInPath(PropertyInfo member) => PathNames.Any(path => string.Equals(path.Name, member.Name, StringComparison.OrdinalIgnoreCase));

    private static bool IsHeader(PropertyInfo member) => member.IsDefined(typeof(FromHeaderAttribute));

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<constraint>\w+)[^}]*)?\}")]
    private static partial Regex PathName();
}
