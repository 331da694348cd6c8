using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Tenants.Onboarding;

internal static class OnboardingQueries
{
    public static async Task<OnboardingApplication> GetAsync(this IQueryable<OnboardingApplication> applications, Guid id, CancellationToken cancellationToken) =>
        await applications.SingleOrDefaultAsync(application => application.Id == id, cancellationToken) ?? throw new ProblemException(Problems.NotFound);

    /// <summary>Where the register is empty nothing can be checked, and the office looks alone.</summary>
    public static async Task DemandRegisteredAsync(this PlatformDb db, RegionKey key, CancellationToken cancellationToken)
    {
        if (await db.Regions.AnyAsync(cancellationToken)
            && !await db.Regions.AnyAsync(region => region.Key == key.Value || region.Key == key.WithoutAssociation, cancellationToken))
        {
            throw OnboardingProblems.UnknownKey();
        }
    }

    public static async Task DemandNoTenantAsync(this PlatformDb db, RegionKey key, DateOnly today, CancellationToken cancellationToken)
    {
        var named = db.Set<TenantRegionKey>().Naming(key).Where(row => row.ValidTo == null || row.ValidTo >= today)
            .Join(db.Tenants.Where(tenant => tenant.State != TenantState.Closed), row => row.TenantId, tenant => tenant.Id, (row, _) => row);
        if (await named.AnyAsync(cancellationToken))
        {
            throw new ProblemException(OnboardingProblems.TenantExists);
        }
    }

    // AGS and ARS name the same Gemeinde
    private static IQueryable<TenantRegionKey> Naming(this IQueryable<TenantRegionKey> keys, RegionKey key)
    {
        var plain = key.WithoutAssociation;
        if (key.Level != RegionLevel.Municipality)
        {
            return keys.Where(row => row.Key == plain);
        }

        var (district, number) = (plain[..5], plain[5..]);
        return keys.Where(row => row.Key == plain || (row.Key.Length == 12 && row.Key.StartsWith(district) && row.Key.EndsWith(number)));
    }
}
