using System.Net;
using FastEndpoints;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Foundation.Identity;

/// <summary>Every row of the table against every role, an app and nobody: what it says is what happens over HTTP.</summary>
public sealed class AccessTableTests(PlatformWorld world)
{
    private static readonly HttpStatusCode[] Doors = [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden];

    public static TheoryData<string> Operations => [.. typeof(Program).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(BaseEndpoint)) && AccessTable.Rules.ContainsKey(type.Name))
        .Select(type => type.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_role_may_what_its_row_says(string operation)
    {
        var rule = AccessTable.Rules[operation];
        foreach (var slug in new[] { "kreis-siegen-wittgenstein", DemoTenants.Office })
        {
            foreach (var role in DemoTenants.Cast)
            {
                var answer = await CallAsync(await world.PersonAsync(role, slug), operation);

                var may = (rule.Roles == Roles.None || rule.Roles.HasFlag(role)) && (rule.Caller != CallerKind.Office || slug == DemoTenants.Office);
                Assert.True(may ? !Doors.Contains(answer.Status) : answer.Status == HttpStatusCode.Forbidden, $"{role} of {slug}: {(int)answer.Status} {answer.Body}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_app_may_what_its_scopes_say(string operation)
    {
        var rule = AccessTable.Rules[operation];
        var other = rule.Scope == Scope.SearchRead ? Scope.LibraryRead : Scope.SearchRead;
        var tenant = rule.Caller == CallerKind.Office ? DemoTenants.Office : "kreis-siegen-wittgenstein";

        var tooSmall = await CallAsync(await world.AppAsync(tenant, other), operation);
        Assert.Equal(rule.Scope is not null, tooSmall.Status == HttpStatusCode.Forbidden);
        Assert.DoesNotContain((await CallAsync(await world.AppAsync(tenant), operation)).Status, Doors);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Nobody_may_only_what_is_open_to_everybody(string operation)
    {
        var answer = await CallAsync(world.Anonymous, operation);

        Assert.Equal(AccessTable.Rules[operation].Caller != CallerKind.Anyone, answer.Status == HttpStatusCode.Unauthorized);
        Assert.NotEqual(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public void What_must_never_be_loosened()
    {
        Assert.Equal(Roles.Releaser, AccessTable.Rules["ReleasePractice"].Roles);
        Assert.All(AccessTable.Rules.Values.Where(rule => rule.Scope?.EndsWith(":write", StringComparison.Ordinal) == true), rule => Assert.NotEqual(CallerKind.Anyone, rule.Caller));
        Assert.All(AccessTable.Rules.Values.Where(rule => rule.Caller == CallerKind.Office), rule => Assert.Equal(Roles.Administrator, rule.Roles));
        Assert.All(AccessTable.Rules.Values.Where(rule => rule is { Caller: CallerKind.Member, Scope: not null } && rule.Scope.EndsWith(":write", StringComparison.Ordinal)), rule => Assert.Equal(Roles.None, rule.Roles & (Roles.Reader | Roles.Auditor | Roles.Guest)));
    }

    // Ids are random and bodies empty: whoever passes the door finds nothing and changes nothing.
    private async Task<ApiAnswer> CallAsync(ApiClient client, string operation)
    {
        var endpoint = world.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .First(endpoint => endpoint.Metadata.GetMetadata<EndpointDefinition>()?.EndpointType.Name == operation);
        var path = string.Concat(endpoint.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(PartOf))));
        var verb = endpoint.Metadata.GetMetadata<EndpointDefinition>()!.Verbs[0];
        using var request = new HttpRequestMessage(new HttpMethod(verb), new Uri(path, UriKind.Relative));
        if (verb is "POST" or "PUT")
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        return await client.SendAsync(request);
    }

    private static string PartOf(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => "1",
        _ => Guid.NewGuid().ToString(),
    };
}
