using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Tenants.Onboarding;

/// <summary>An application as the office sees it.</summary>
/// <param name="Id">The application's id.</param>
/// <param name="State">Open until the office has decided.</param>
/// <param name="Kind">What the applicant is.</param>
/// <param name="Name">The applicant's name.</param>
/// <param name="RegionKey">Its key as it was given: a string with its leading zero.</param>
/// <param name="LandKey">The two digits of the Land.</param>
/// <param name="Land">The name of the Land.</param>
/// <param name="ContactName">Who becomes the first administrator.</param>
/// <param name="ContactMail">Where the invitation or the refusal goes.</param>
/// <param name="ContactFunction">Her function at the applicant's.</param>
/// <param name="AppliedAt">When it came in (UTC).</param>
/// <param name="DecidedAt">When the office decided (UTC); null while open.</param>
/// <param name="RefusalReason">Why it was refused, as the contact was told; null otherwise.</param>
/// <param name="TenantId">The admitted tenant; null otherwise.</param>
/// <param name="Version">Counts the changes.</param>
public sealed record OnboardingResponse(
    Guid Id,
    OnboardingState State,
    TenantKind Kind,
    string Name,
    string RegionKey,
    string LandKey,
    string Land,
    string ContactName,
    string ContactMail,
    string ContactFunction,
    DateTime AppliedAt,
    DateTime? DecidedAt,
    string? RefusalReason,
    Guid? TenantId,
    int Version)
{
    internal static OnboardingResponse Of(OnboardingApplication application) => new(
        application.Id,
        application.State,
        application.Kind,
        application.Name,
        application.RegionKey,
        application.RegionKey[..2],
        Vocabulary.LandKey.LabelOf(application.RegionKey[..2]),
        application.ContactName,
        application.ContactMail,
        application.ContactFunction,
        application.AppliedAt,
        application.DecidedAt,
        application.RefusalReason,
        application.State == OnboardingState.Approved ? application.PartyId : null,
        application.Version);
}
