using System.Reflection;
using System.Text.RegularExpressions;
using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Tests.Architecture;
using Microsoft.AspNetCore.Components;

namespace KoKo.Platform.Tests.Tenancy;

/// <summary>Every way past a wall stands here with its reason, and nothing that somebody sends chooses a tenant.</summary>
public sealed partial class WaysPastTheWallsTests
{
    // File and number of uses: another one is a decision, and one that is gone is taken from the list.
    private static readonly Dictionary<(string Path, int Uses), string> AcrossTenants = new()
    {
        [("Features/Library/OverdueReviews.cs", 1)] = "a review falls due without anybody writing; each tenant's rows in its own context",
    };

    private static readonly Dictionary<(string Path, int Uses), string> FiltersLifted = new()
    {
        [("Foundation/Publishing/Publisher.cs", 1)] = "a publisher rewrites its own released rows, whatever their audience",
    };

    private static readonly Dictionary<string, string> ReadsATenant = new(StringComparer.Ordinal)
    {
        ["Foundation/Identity/AuthorizationEndpoint.cs"] = "the person chooses among her memberships, which are read again",
        ["Foundation/Identity/SessionEndpoints.cs"] = "the person switches between her memberships, which are read again",
        ["Foundation/Web/TenantForms.cs"] = "compared with the session's tenant, and refused where it differs",
    };

    private static readonly Type[] Product = [.. typeof(PlatformDb).Assembly.GetTypes()];

    [Fact]
    public void Every_loop_over_the_tenants_is_on_the_list() =>
        Assert.Equal(AcrossTenants.Keys, UsesOf(AcrossTenantsCall(), except: "Foundation/Tenancy/TenantScopes.cs"));

    [Fact]
    public void Every_loop_over_the_tenants_says_why() =>
        Assert.DoesNotContain(Repository.Product, file => AcrossTenantsCall().Matches(file.Text).Any(call => file.Path != "Foundation/Tenancy/TenantScopes.cs" && !file.Text[(call.Index + call.Length)..].StartsWith('"')));

    [Fact]
    public void Every_lifted_filter_is_on_the_list() =>
        Assert.Equal(FiltersLifted.Keys, UsesOf(FilterLifted()));

    [Fact]
    public void No_operation_takes_a_tenant_from_the_request()
    {
        var requests = Product.Where(type => type.IsAssignableTo(typeof(BaseEndpoint)) && !type.IsAbstract)
            .Select(RequestOf).Where(request => request is not null).ToList();
        var named = requests.SelectMany(request => request!.GetProperties().Where(property => NamesTenant().IsMatch(property.Name)).Select(property => $"{request.Name}.{property.Name}"));

        Assert.NotEmpty(requests);
        Assert.Empty(named);
    }

    [Fact]
    public void No_page_takes_a_tenant_from_the_request()
    {
        var supplied = Product.Where(type => type.IsAssignableTo(typeof(IComponent)))
            .SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(property => (Property: property, Name: SuppliedName(property))).Where(supplied => supplied.Name is not null).ToList();

        Assert.NotEmpty(supplied);
        Assert.Empty(supplied.Where(supplied => NamesTenant().IsMatch(supplied.Name!)).Select(supplied => $"{supplied.Property.DeclaringType!.Name}.{supplied.Name}"));
    }

    [Fact]
    public void Who_reads_a_tenant_by_hand_is_on_the_list() =>
        Assert.Equal(ReadsATenant.Keys, Repository.Product.Where(file => ReadsTenant().IsMatch(file.Text)).Select(file => file.Path));

    private static List<(string Path, int Uses)> UsesOf(Regex call, string except = "") =>
        [.. Repository.Product.Where(file => file.Path != except && call.IsMatch(file.Text)).Select(file => (file.Path, call.Count(file.Text)))];

    private static Type? RequestOf(Type? endpoint) => endpoint switch
    {
        null => null,
        { IsGenericType: true } when endpoint.GetGenericTypeDefinition() == typeof(Endpoint<,>) => endpoint.GetGenericArguments()[0],
        _ => RequestOf(endpoint.BaseType),
    };

    private static string? SuppliedName(PropertyInfo property) =>
        property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } query ? query.Name ?? property.Name
        : property.GetCustomAttribute<SupplyParameterFromFormAttribute>() is { } form ? form.Name ?? property.Name
        : null;

    [GeneratedRegex(@"\bAcrossTenants\(")]
    private static partial Regex AcrossTenantsCall();

    [GeneratedRegex(@"\.IgnoreQueryFilters\(")]
    private static partial Regex FilterLifted();

    [GeneratedRegex("tenant|mandant", RegexOptions.IgnoreCase)]
    private static partial Regex NamesTenant();

    [GeneratedRegex(@"(Query|[Ff]orm|Headers|RouteValues|Cookies)\[[^\]]*([Tt]enant|[Mm]andant)")]
    private static partial Regex ReadsTenant();
}
