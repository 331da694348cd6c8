using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;

namespace KoKo.Platform.Features.Mediators.Profiles;

/// <summary>The caller's own profile as a mediator. The contact address is not part of it.</summary>
/// <param name="Id">The id of the listing: what others know instead of the account.</param>
/// <param name="Name">The name as it is shown.</param>
/// <param name="TitleForm">How the person wants to be called.</param>
/// <param name="Organisation">Employer or office.</param>
/// <param name="Role">Code of the vocabulary mediatorRole.</param>
/// <param name="Bio">A few sentences in plain text.</param>
/// <param name="Qualifications">Trainings and certificates, all of them self-declared.</param>
/// <param name="Languages">Languages in which the person works.</param>
/// <param name="Topics">Codes of the vocabulary topic.</param>
/// <param name="Methods">Codes of the vocabulary method.</param>
/// <param name="Regions">Keys of Länder (2 digits) and Kreise (5 digits).</param>
/// <param name="Online">Whether the person also works online.</param>
/// <param name="RadiusKm">How far she travels, in kilometres.</param>
/// <param name="FeeBand">Code of the vocabulary feeBand.</param>
/// <param name="LeadTimeHours">How many hours before its start a slot can be asked for at the latest.</param>
/// <param name="TimeZone">The IANA zone in which availability is meant.</param>
/// <param name="Version">Goes into If-Match as the ETag of this answer.</param>
/// <param name="Listing">What is published, null where nothing is.</param>
/// <param name="Consent">The consent text that publishing asks for now.</param>
public sealed record MediatorProfileResponse(
    Guid Id,
    string Name,
    string? TitleForm,
    string? Organisation,
    string Role,
    string? Bio,
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
    int Version,
    ListingConsentResponse? Listing,
    ConsentTextResponse Consent)
{
    internal static MediatorProfileResponse Of(MediatorProfile profile, ListingConsent? consent, DateTime now)
    {
        var content = profile.Content;
        var today = WallTime.DateIn(profile.TimeZone, now);
        return new MediatorProfileResponse(
            profile.ListingId,
            profile.Name,
            content.TitleForm,
            content.Organisation,
            content.Role,
            content.Bio,
            [.. content.Qualifications.Select(qualification => QualificationResponse.Of(qualification, today))],
            [.. content.Languages.Select(LanguageBody.Of)],
            content.Topics,
            content.Methods,
            content.Regions,
            content.Online,
            content.RadiusKm,
            content.FeeBand,
            profile.LeadTimeHours,
            profile.TimeZone,
            profile.Version,
            consent is null ? null : ListingConsentResponse.Of(consent),
            ConsentTextResponse.Current);
    }
}

/// <summary>A training or certificate.</summary>
/// <param name="Kind">Code of the vocabulary qualificationKind.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="IssuedOn">The day of issue.</param>
/// <param name="ValidUntil">The last day; a certificate by ZMediatAusbV lapses after four years.</param>
/// <param name="Proof">How it is proven; always <c>self_declared</c>: nobody has checked it.</param>
/// <param name="IsLapsed">Whether its last day has passed; others then see it without the title.</param>
public sealed record QualificationResponse(string Kind, string Issuer, DateOnly IssuedOn, DateOnly? ValidUntil, string Proof, bool IsLapsed)
{
    internal static QualificationResponse Of(Qualification qualification, DateOnly today) => new(
        qualification.Kind,
        qualification.Issuer,
        qualification.IssuedOn,
        qualification.EndsOn,
        Qualification.SelfDeclared,
        qualification.IsLapsed(today));
}

/// <summary>A language and how well the person speaks it.</summary>
/// <param name="Code">BCP 47, such as <c>de</c>, <c>tr</c> or <c>gsg</c> for German sign language.</param>
/// <param name="Level">One of a1, a2, b1, b2, c1, c2, native.</param>
public sealed record LanguageBody(string Code, string Level)
{
    internal static LanguageBody Of(LanguageSkill skill) => new(skill.Code, skill.Level);
}
