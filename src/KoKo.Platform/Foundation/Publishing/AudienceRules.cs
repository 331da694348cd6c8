using System.Globalization;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Publishing;

/// <summary>Whom a publication may address.</summary>
internal static class AudienceRules
{
    public static IRuleBuilderOptions<T, string> IsAudience<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(audience => audience is not null && Audience.IsCanonical(audience))
        .Says(AudienceProblems.UnknownAudience.Code, AudienceProblems.UnknownAudience.German, AudienceProblems.UnknownAudience.English);

    /// <summary>
    /// Refuses an audience that nobody could ever belong to, in which a publication would vanish without a word. A tenant
    /// that is not in the public directory is refused like one that never was: the answer tells nothing of it.
    /// </summary>
    public static async Task DemandAudiencesAsync(this PlatformDb db, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        var own = db.Context.Tenant?.Id;
        var others = audiences.Select(Audience.TenantOf).OfType<Guid>().Where(id => id != own).ToList();
        if (others.Count == 0)
        {
            return;
        }

        var listed = await db.Tenants.Where(tenant => others.Contains(tenant.Id) && tenant.State == TenantState.Active).Select(tenant => tenant.Id).ToListAsync(cancellationToken);
        var errors = audiences
            .Select((audience, index) => (Tenant: Audience.TenantOf(audience), Pointer: $"/audiences/{index.ToString(CultureInfo.InvariantCulture)}"))
            .Where(asked => asked.Tenant is { } id && id != own && !listed.Contains(id))
            .Select(asked => new ProblemError(asked.Pointer, AudienceProblems.UnknownAudience.Code, AudienceProblems.UnknownAudience.Title))
            .ToList();
        if (errors.Count > 0)
        {
            throw new ProblemException(Problems.InvalidInput, errors);
        }
    }
}
