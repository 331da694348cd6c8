using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Tenants;

/// <summary>An entry of the public directory of tenants.</summary>
/// <param name="Id">Its id, for an audience such as <c>tenant:…</c>.</param>
/// <param name="Slug">The readable part of its address.</param>
/// <param name="Name">Its name. Names are not unique: show Kreis or Land beside it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="RegionKeys">Its keys valid today, with their leading zeros; empty for office and providers.</param>
/// <param name="LandKey">The two digits of the Land; null where it has no key.</param>
/// <param name="Land">The name of the Land.</param>
/// <param name="District">The name of the Kreis it lies in; null where there is none or the register does not know it.</param>
public sealed record TenantResponse(
    Guid Id,
    string Slug,
    string Name,
    TenantKind Kind,
    IReadOnlyList<string> RegionKeys,
    string? LandKey,
    string? Land,
    string? District);

/// <summary>The caller's own tenant.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">The readable part of its address; it never changes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">Where it stands in its life.</param>
/// <param name="RegionKeys">Its keys valid today, with their leading zeros.</param>
/// <param name="LandKey">The two digits of the Land; null where it has no key.</param>
/// <param name="Land">The name of the Land.</param>
/// <param name="FourEyesRelease">True: nobody reviews or releases what she submitted herself.</param>
/// <param name="Version">Counts the changes; the ETag.</param>
public sealed record OwnTenantResponse(
    Guid Id,
    string Slug,
    string Name,
    TenantKind Kind,
    TenantState State,
    IReadOnlyList<string> RegionKeys,
    string? LandKey,
    string? Land,
    bool FourEyesRelease,
    int Version);
