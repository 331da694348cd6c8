using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>A page of the hub and the places of its address that could take an identifier.</summary>
/// <param name="Template">The path with one parameter in braces, or without.</param>
/// <param name="Parameter">The parameter of the path with its constraint; null without one.</param>
internal sealed record HubPlace(string Template, RoutePatternParameterPart? Parameter, IReadOnlyList<string> QueryNames)
{
    public static IReadOnlyList<HubPlace> All(PlatformWorld world) =>
    [
        .. world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(endpoint => new HubPlace(
                "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] is RoutePatternParameterPart parameter ? $"{{{parameter.Name}}}" : ((RoutePatternLiteralPart)segment.Parts[0]).Content)),
                endpoint.RoutePattern.Parameters.SingleOrDefault(),
                QueryNamesOf(endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()!.Type)))
            .DistinctBy(page => page.Template)
            .OrderBy(page => page.Template, StringComparer.Ordinal),
    ];

    public Shape[] Shapes => Parameter?.ParameterPolicies.Select(policy => policy.Content).FirstOrDefault() switch
    {
        "guid" => [Shape.Id],
        "int" => [], // a number of the hub, such as the status of an error page, is nobody's
        _ => [Shape.Id, Shape.Word, Shape.Token],
    };

    public string With(string value) => Parameter is null ? Template : Template.Replace($"{{{Parameter.Name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);

    public override string ToString() => Template;

    private static List<string> QueryNamesOf(Type page) =>
    [
        .. page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null)
            .Select(property => property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()!.Name ?? property.Name),
    ];
}

internal static partial class HubAnswers
{
    /// <summary>The page as an answer to compare.</summary>
    public static Answer ToAnswer(this HubPage page) => new((int)page.Status, $"Location: {page.Location}", page.Html);

    /// <summary>The same page as if it were about another row: every form of it then speaks of that row.</summary>
    public static HubPage About(this HubPage page, string own, string other) => page with
    {
        Path = page.Path.Replace(own, other, StringComparison.OrdinalIgnoreCase),
        Html = page.Html.Replace(own, other, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>The names by which the forms of the page are sent.</summary>
    public static IReadOnlyList<string> Forms(this HubPage page) =>
        [.. Handler().Matches(page.Html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]*)\"")]
    private static partial Regex Handler();
}
