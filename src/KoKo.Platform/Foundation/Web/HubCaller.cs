using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Web;

/// <summary>Who looks at a hub page, as far as the layout shows it; rights are never decided from it.</summary>
public sealed record HubCaller(string? DisplayName, HubTenant? Tenant, IReadOnlyList<HubTenant> Memberships)
{
    public static HubCaller Anonymous { get; } = new(null, null, []);

    public bool IsSignedIn => DisplayName is not null;

    /// <summary>Other tenants the caller can switch to.</summary>
    public IEnumerable<HubTenant> OtherTenants => Memberships.Where(tenant => tenant.Id != Tenant?.Id);
}

public sealed record HubTenant(Guid Id, string Name);

/// <summary>The seam to identity: its middleware sets the caller, everybody else reads it.</summary>
public static class HubCallerContext
{
    extension(HttpContext context)
    {
        public HubCaller HubCaller
        {
            get => context.Features.Get<HubCaller>() ?? Of(context.RequestServices.GetRequiredService<TenantContextAccessor>().Context);
            set => context.Features.Set(value);
        }
    }

    private static HubCaller Of(TenantContext context) => context.IsSignedIn
        ? new HubCaller(context.DisplayName, context.Tenant is { } tenant ? new HubTenant(tenant.Id, PlaceTitle.Of(tenant.Name)) : null, [])
        : HubCaller.Anonymous;
}
