using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Publishing;

/// <summary>Canonical names of who may see a released row.</summary>
internal static class Audience
{
    public const string Public = "public";

    public const string Network = "network";

    public static string Land(string landKey) => $"land:{landKey}";

    public static string District(string districtKey) => $"district:{districtKey}";

    public static string Tenant(Guid tenantId) => $"tenant:{tenantId}";

    public static bool IsCanonical(string audience) => audience switch
    {
        Public or Network => true,
        _ when audience.StartsWith("land:", StringComparison.Ordinal) => RegionKey.IsLand(audience[5..]),
        _ when audience.StartsWith("district:", StringComparison.Ordinal) =>
            RegionKey.TryParse(audience[9..], out var key) && key.Level == RegionLevel.District,
        _ => TenantOf(audience) is not null,
    };

    /// <summary>The tenant that this audience is; null for every other kind.</summary>
    public static Guid? TenantOf(string audience) =>
        audience.StartsWith("tenant:", StringComparison.Ordinal) && Guid.TryParseExact(audience[7..], "D", out var id) && audience == Tenant(id) ? id : null;
}

/// <summary>The audiences a caller belongs to, computed once from her tenant; nobody else can make a set.</summary>
internal sealed class Audiences
{
    private Audiences(IEnumerable<string> names) => Names = [.. names];

    public static Audiences PublicOnly { get; } = new([Audience.Public]);

    public IReadOnlyList<string> Names { get; }

    public static Audiences Of(TenantInfo? tenant) => tenant is null ? PublicOnly : new Audiences(NamesOf(tenant));

    public bool Contains(string audience) => Names.Contains(audience);

    private static IEnumerable<string> NamesOf(TenantInfo tenant)
    {
        yield return Audience.Public;
        yield return Audience.Tenant(tenant.Id);
        if (tenant.State is not (TenantState.Active or TenantState.Suspended))
        {
            yield break;
        }

        // Providers see the network only by the office's decision, which nobody can record yet.
        if (tenant.Kind is not TenantKind.Provider)
        {
            yield return Audience.Network;
        }

        foreach (var audience in tenant.RegionKeys.Select(RegionKey.Parse).SelectMany(OfRegion).Distinct())
        {
            yield return audience;
        }
    }

    private static IEnumerable<string> OfRegion(RegionKey key) =>
        key.District is { } district ? [Audience.Land(key.Land), Audience.District(district)] : [Audience.Land(key.Land)];
}
