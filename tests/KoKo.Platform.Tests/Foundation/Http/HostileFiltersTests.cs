using System.Net;
using System.Reflection;
using FastEndpoints;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Foundation.Http;

/// <summary>Every text parameter of every operation that reads, with what an attacker would write there.</summary>
public sealed class HostileFiltersTests(PlatformWorld world)
{
    private const string Canary = "Kanarienvogel";

    public static TheoryData<string> Attacks => new(
        "\0",
        "x\0y",
        "%",
        "_",
        "\\",
        "'",
        "\"",
        "' OR '1'='1' --",
        "neighbourhood\" OR tenant_id IS NOT NULL OR \"",
        "neighbourhood' OR true; DROP TABLE members; --",
        "*:* OR audience:network",
        "../../../etc/passwd",
        "${jndi:ldap://example.org/x}",
        "\u202Eneighbourhood",
        "\uD83D\uDE00",
        new string('a', 4_000),
        new string('a', 10_000));

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Are_refused_or_taken_as_text_and_show_nothing_foreign(string attack)
    {
        await (await world.AppAsync("krefeld")).CreateAsync(PracticeCast.Complete with { Title = $"{Canary} in Krefeld" });
        var office = await world.AppAsync("office");
        var failures = new List<string>();
        foreach (var (path, name) in Targets())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{path}?{name}={Uri.EscapeDataString(attack)}", UriKind.Relative));
            var answer = await office.SendAsync(request);
            if (!IsHarmless(answer))
            {
                failures.Add($"{path} {name}: {(int)answer.Status} {answer.Body}");
            }
        }

        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("sortBy", "passwordHash")]
    [InlineData("orderBy", "tenant_id")]
    [InlineData("fields", "passwordHash")]
    [InlineData("include", "members")]
    [InlineData("tenant", "krefeld")]
    [InlineData("tenantId", "6f1d0c52-2f5e-4a0e-9a55-6a6d1f0a7b11")]
    [InlineData("audience", "network")]
    public async Task A_parameter_that_is_not_there_is_refused_everywhere(string name, string value)
    {
        var office = await world.AppAsync("office");
        foreach (var (path, _) in Targets().DistinctBy(target => target.Path))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{path}?{name}={value}", UriKind.Relative));

            (await office.SendAsync(request)).Refused(HttpStatusCode.BadRequest, "unknown-parameter");
        }
    }

    [Fact]
    public async Task What_can_be_sorted_by_is_a_closed_list() =>
        (await world.Anonymous.SendAsync<KoKo.Platform.Features.Network.SearchNetwork>(query: new { sort = "passwordHash" })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");

    [Theory]
    [InlineData("%25")]
    [InlineData("%27%20OR%20%271%27=%271")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("dueren%5c")]
    public async Task A_path_is_compared_as_text(string segment)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/v1/tenants/{segment}", UriKind.Relative));

        (await world.Anonymous.SendAsync(request)).Refused(HttpStatusCode.NotFound, "not-found");
    }

    private static bool IsHarmless(ApiAnswer answer) => !answer.Body.Contains(Canary, StringComparison.Ordinal) && answer.Status switch
    {
        HttpStatusCode.OK or HttpStatusCode.RequestUriTooLong => true,
        HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity => answer.Code.Length > 0,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => false, // the app may read everything: it never came to the filter
        _ => false,
    };

    /// <summary>Operations that an app may call and their parameters that are texts.</summary>
    private IEnumerable<(string Path, string Name)> Targets() =>
        from endpoint in world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let definition = endpoint.Metadata.GetMetadata<EndpointDefinition>()
        where definition is not null && definition.Verbs.Contains("GET") && definition.EndpointType.Name is not ("GetMediatorProfile" or "GetMediatorAvailability")
        from parameter in QueryParameters.Of(definition)
        where IsText(parameter)
        select (PathOf(endpoint), System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(parameter.Name));

    private static bool IsText(PropertyInfo parameter) => parameter.PropertyType == typeof(string) || parameter.PropertyType.IsAssignableTo(typeof(IEnumerable<string>));

    private static string PathOf(RouteEndpoint endpoint) => System.Text.RegularExpressions.Regex.Replace(
        $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", @"\{[^}]*\}", match => match.Value.Contains("guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : "1");
}
