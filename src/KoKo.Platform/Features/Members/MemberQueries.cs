using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Members;

internal static class MemberQueries
{
    /// <summary>The members of the caller's tenant; her own rows in other tenants, which she may read as well, are left out.</summary>
    public static IQueryable<Member> MembersHere(this PlatformDb db)
    {
        var tenant = db.Context.Tenant?.Id ?? throw new TenantNotSetException();
        return db.Members.Where(member => member.TenantId == tenant);
    }

    public static async Task<Member> MemberHereAsync(this PlatformDb db, Guid account, CancellationToken cancellationToken) =>
        await db.MembersHere().AsTracking().SingleOrDefaultAsync(member => member.AccountId == account, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);

    /// <summary>Refuses to leave the tenant without an administrator; to be asked in the transaction that changes the member.</summary>
    public static async Task RequireAnotherAdministratorAsync(this PlatformDb db, Member leaving, CancellationToken cancellationToken)
    {
        if (leaving.Roles.HasFlag(Roles.Administrator)
            && !await db.MembersHere().AnyAsync(member => member.AccountId != leaving.AccountId && (member.Roles & Roles.Administrator) != 0 && member.EndsOn == null, cancellationToken))
        {
            throw new ProblemException(MemberProblems.LastAdministrator);
        }
    }
}
