using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Tenants;

/// <summary>The public directory: active tenants, with the place that their keys name today.</summary>
internal sealed class TenantDirectory(PlatformDb db, TimeProvider clock)
{
    private static readonly Comparer<(string Name, string Slug)> Order = Comparer<(string Name, string Slug)>.Create((one, other) =>
        PlaceTitle.Compare(one.Name, other.Name) is var byName and not 0 ? byName : string.CompareOrdinal(one.Slug, other.Slug));

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>In the order of a German phone book, by the name as it is shown; a name may be there more than once.</summary>
    /// <param name="after">Name and slug of the last one before.</param>
    public async Task<IReadOnlyList<TenantResponse>> ListAsync(TenantKind? kind, string? land, (string Name, string Slug)? after, int most, CancellationToken cancellationToken)
    {
        var (today, listed) = (Today, Listed);
        listed = kind is null ? listed : listed.Where(tenant => tenant.Kind == kind);
        if (land is not null)
        {
            listed = listed.Where(tenant => tenant.RegionKeys.Any(key => key.Key.Substring(0, 2) == land && key.ValidFrom <= today && (key.ValidTo == null || key.ValidTo >= today)));
        }

        // no two databases sort ü alike; there are at most some thousand names
        var names = await listed.Select(tenant => new { tenant.Id, tenant.Name, tenant.Slug }).ToListAsync(cancellationToken);
        var page = names
            .Where(tenant => after is not { } last || Order.Compare((tenant.Name, tenant.Slug), last) > 0)
            .OrderBy(tenant => (tenant.Name, tenant.Slug), Order).Take(most).Select(tenant => tenant.Id).ToList();
        var tenants = await listed.Where(tenant => page.Contains(tenant.Id)).ToListAsync(cancellationToken);
        return await DescribeAsync([.. tenants.OrderBy(tenant => page.IndexOf(tenant.Id))], cancellationToken);
    }

    public async Task<TenantResponse?> FindAsync(string slug, CancellationToken cancellationToken) =>
        (await DescribeAsync(await Listed.Where(tenant => tenant.Slug == slug).ToListAsync(cancellationToken), cancellationToken)).SingleOrDefault();

    public async Task<Tenant> GetOwnAsync(CancellationToken cancellationToken)
    {
        var id = (db.Context.Tenant ?? throw new TenantNotSetException()).Id;
        return await db.Tenants.Include(tenant => tenant.RegionKeys).SingleOrDefaultAsync(tenant => tenant.Id == id, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);
    }

    public OwnTenantResponse DescribeOwn(Tenant tenant)
    {
        var keys = KeysOf(tenant);
        return new OwnTenantResponse(
            tenant.Id, tenant.Slug, tenant.Name, tenant.Kind, tenant.State, [.. keys.Select(key => key.Value)], LandOf(keys), LandNameOf(keys), tenant.FourEyesRelease, tenant.Version);
    }

    private IQueryable<Tenant> Listed => db.Tenants.AsNoTracking().Include(tenant => tenant.RegionKeys).Where(tenant => tenant.State == TenantState.Active);

    private async Task<IReadOnlyList<TenantResponse>> DescribeAsync(IReadOnlyList<Tenant> tenants, CancellationToken cancellationToken)
    {
        var keys = tenants.ToDictionary(tenant => tenant.Id, KeysOf);
        var districts = keys.Values.Select(DistrictOf).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = await db.Regions.Where(region => districts.Contains(region.Key)).ToDictionaryAsync(region => region.Key, region => region.Name, cancellationToken);
        return
        [
            .. tenants.Select(tenant => new TenantResponse(
                tenant.Id,
                tenant.Slug,
                tenant.Name,
                tenant.Kind,
                [.. keys[tenant.Id].Select(key => key.Value)],
                LandOf(keys[tenant.Id]),
                LandNameOf(keys[tenant.Id]),
                names.GetValueOrDefault(DistrictOf(keys[tenant.Id]) ?? ""))),
        ];
    }

    private IReadOnlyList<RegionKey> KeysOf(Tenant tenant) =>
    [
        .. tenant.RegionKeys.Where(key => key.ValidFrom <= Today && (key.ValidTo is null || key.ValidTo >= Today))
            .Select(key => RegionKey.Parse(key.Key)).OrderBy(key => key.Value, StringComparer.Ordinal),
    ];

    private static string? LandOf(IReadOnlyList<RegionKey> keys) => keys is [var first, ..] ? first.Land : null;

    private static string? LandNameOf(IReadOnlyList<RegionKey> keys) => keys is [var first, ..] ? Vocabulary.LandKey.LabelOf(first.Land) : null;

    // a Kreis does not lie in itself
    private static string? DistrictOf(IReadOnlyList<RegionKey> keys) =>
        keys is [{ Level: RegionLevel.Municipality or RegionLevel.Association } first, ..] ? first.District : null;
}
