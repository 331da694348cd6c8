using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Profiles;

namespace KoKo.Platform.Features.Mediators.Listings;

/// <summary>A mediator's listing as the caller may see it. What her audience does not see is null or empty.</summary>
/// <param name="Id">The id of the listing.</param>
/// <param name="Name">The mediator's name.</param>
/// <param name="TitleForm">How she wants to be called.</param>
/// <param name="Role">Code of the vocabulary mediatorRole.</param>
/// <param name="Organisation">Employer or office; not public.</param>
/// <param name="Bio">A few sentences in plain text; not public.</param>
/// <param name="IsCertified">Whether she says to hold a certificate by ZMediatAusbV whose period has not ended.</param>
/// <param name="Qualifications">Trainings and certificates, self-declared; a lapsed title is shown without it.</param>
/// <param name="Languages">Languages in which she works.</param>
/// <param name="Topics">Codes of the vocabulary topic.</param>
/// <param name="Methods">Codes of the vocabulary method; not public.</param>
/// <param name="Regions">Keys of Länder (2 digits) and Kreise (5 digits).</param>
/// <param name="Online">Whether she also works online.</param>
/// <param name="RadiusKm">How far she travels, in kilometres; not public.</param>
/// <param name="FeeBand">Code of the vocabulary feeBand; not public.</param>
/// <param name="LeadTimeHours">How many hours before its start a slot can be asked for at the latest.</param>
/// <param name="TimeZone">Her IANA zone.</param>
/// <param name="ReleasedAt">When this version was released.</param>
public sealed record MediatorResponse(
    Guid Id,
    string Name,
    string? TitleForm,
    string Role,
    string? Organisation,
    string? Bio,
    bool IsCertified,
    IReadOnlyList<QualificationResponse> Qualifications,
    IReadOnlyList<LanguageBody> Languages,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Methods,
    IReadOnlyList<string> Regions,
    bool Online,
    int? RadiusKm,
    string? FeeBand,
    int LeadTimeHours,
    string TimeZone,
    DateTime ReleasedAt)
{
    internal static MediatorResponse Of(MediatorListing listing, DateTime now)
    {
        var details = listing.Details;
        var today = WallTime.DateIn(listing.TimeZone, now);
        return new MediatorResponse(
            listing.ItemId,
            listing.Name,
            details.TitleForm,
            listing.Role,
            details.Organisation,
            details.Bio,
            details.Qualifications.Any(qualification => qualification.IsCertificateOn(today)),
            [.. details.Qualifications.Select(qualification => QualificationResponse.Of(qualification, today) with { Kind = qualification.SeenOn(today).Kind })],
            [.. details.Languages.Select(LanguageBody.Of)],
            listing.Topics,
            listing.Methods,
            listing.Regions,
            listing.Online,
            details.RadiusKm,
            details.FeeBand,
            listing.LeadTimeHours,
            listing.TimeZone,
            listing.ReleasedAt);
    }
}
