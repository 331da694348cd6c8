using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library.Pages;

/// <summary>The names of the own tenant's members behind the pseudonymous ids of a history.</summary>
internal static class ActorNames
{
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(PlatformDb db, IEnumerable<string> actors, CancellationToken cancellationToken)
    {
        var tenant = db.Context.Tenant?.Id;
        var accounts = actors.Where(actor => Guid.TryParse(actor, out _)).Select(Guid.Parse).Distinct().ToList();
        var members = await db.Members.AsNoTracking().Where(member => member.TenantId == tenant && accounts.Contains(member.AccountId))
            .Select(member => new { member.AccountId, member.Name }).ToListAsync(cancellationToken);
        var names = members.ToDictionary(member => member.AccountId, member => member.Name);
        return accounts.ToDictionary(account => account.ToString(), account => names.GetValueOrDefault(account, "Ein früheres Mitglied"), StringComparer.Ordinal);
    }
}
