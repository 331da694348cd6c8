using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Tenancy;

/// <summary>One of a person's memberships, as she may choose it.</summary>
internal sealed record Membership(Guid TenantId, string Slug, string TenantName, string Name, Roles Roles, DateOnly? EndsOn);

/// <summary>A person's memberships over all tenants: her own rows, read in her own context.</summary>
internal sealed class Memberships(TenantScopes scopes, TimeProvider clock)
{
    public async Task<IReadOnlyList<Membership>> ListAsync(Guid account, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(TenantContext.OfPerson(account));
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await db.Members
            .Where(member => member.AccountId == account && (member.EndsOn == null || member.EndsOn >= today))
            .Join(db.Tenants.Where(tenant => tenant.State != TenantState.Closed), member => member.TenantId, tenant => tenant.Id, (member, tenant) => new { member, tenant })
            .OrderBy(both => both.tenant.Name)
            .Select(both => new Membership(both.tenant.Id, both.tenant.Slug, both.tenant.Name, both.member.Name, both.member.Roles, both.member.EndsOn))
            .ToListAsync(cancellationToken);
    }
}
