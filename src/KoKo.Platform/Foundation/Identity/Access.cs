using FastEndpoints;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>Answers from the access table.</summary>
internal static class Access
{
    public static bool May(this TenantContext context, string operation)
    {
        var rule = AccessTable.Rules[operation];
        return Reaches(context, rule) && HasScope(context, rule) && HasRole(context, rule);
    }

    /// <summary>For hub pages: the same rule as the endpoint of that name.</summary>
    public static void Demand(this TenantContext context, string operation)
    {
        if (!context.May(operation))
        {
            throw new ProblemException(context.IsSignedIn ? Problems.Forbidden : Problems.Unauthenticated);
        }
    }

    private static bool Reaches(TenantContext context, AccessRule rule) => rule.Caller switch
    {
        CallerKind.Anyone => true,
        CallerKind.Person => context.IsSignedIn,
        CallerKind.Member => context is { IsSignedIn: true, Tenant: not null },
        CallerKind.Office => context is { IsSignedIn: true, Tenant.Kind: TenantKind.Office },
        _ => false,
    };

    private static bool HasScope(TenantContext context, AccessRule rule) =>
        rule.Scope is null || context.Scopes is null || context.Scopes.Contains(rule.Scope);

    private static bool HasRole(TenantContext context, AccessRule rule) =>
        rule.Roles == Roles.None || context.IsApp || (context.Roles & rule.Roles) != 0;
}

/// <summary>The one gate of the API: every operation is asked for in the access table before it runs.</summary>
internal static class AccessCheck
{
    public static Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<EndpointDefinition>() is { } endpoint)
        {
            http.RequestServices.GetRequiredService<TenantContextAccessor>().Context.Demand(endpoint.EndpointType.Name);
        }

        return next(http);
    }
}
