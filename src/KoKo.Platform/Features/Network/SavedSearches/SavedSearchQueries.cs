using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Network.SavedSearches;

internal static class SavedSearchQueries
{
    /// <summary>The caller's membership; 404 for an app, which saves nothing.</summary>
    public static (Guid TenantId, Guid AccountId) OwnMembership(this PlatformDb db) => db.Context switch
    {
        { Tenant.Id: var tenant, AccountId: { } account } => (tenant, account),
        _ => throw new ProblemException(Problems.NotFound),
    };

    public static IQueryable<SavedSearch> OwnSearches(this PlatformDb db)
    {
        var (_, account) = db.OwnMembership();
        return db.SavedSearches.Where(saved => saved.AccountId == account);
    }

    /// <summary>To be changed; another member's is as little there as another tenant's.</summary>
    public static async Task<SavedSearch> OwnSearchAsync(this PlatformDb db, Guid id, CancellationToken cancellationToken) =>
        await db.OwnSearches().SingleOrDefaultAsync(saved => saved.Id == id, cancellationToken) ?? throw new ProblemException(Problems.NotFound);

    /// <summary>Somebody to whom the tenant may write today; null where the membership or the tenant has ended or rests.</summary>
    public static async Task<Member?> FindReachableMemberAsync(this PlatformDb db, Guid account, DateTime now, CancellationToken cancellationToken)
    {
        if (db.Context.Tenant is not { State: TenantState.Active, Id: var tenant })
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now);
        return await db.Members.AsNoTracking()
            .SingleOrDefaultAsync(member => member.TenantId == tenant && member.AccountId == account && (member.EndsOn == null || member.EndsOn >= today), cancellationToken);
    }
}
