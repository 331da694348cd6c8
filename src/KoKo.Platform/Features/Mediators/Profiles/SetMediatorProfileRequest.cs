namespace KoKo.Platform.Features.Mediators.Profiles;

/// <summary>The whole new profile; what is not said is gone, except the contact address.</summary>
/// <param name="Name">The name as it is shown, at most 160 characters.</param>
/// <param name="TitleForm">How the person wants to be called, at most 60 characters.</param>
/// <param name="Organisation">Employer or office, at most 160 characters.</param>
/// <param name="Role">Code of the vocabulary mediatorRole.</param>
/// <param name="Bio">A few sentences in plain text, at most 2000 characters, without mail addresses.</param>
/// <param name="Qualifications">Trainings and certificates, at most 20.</param>
/// <param name="Languages">Languages in which the person works, at most 20.</param>
/// <param name="Topics">Codes of the vocabulary topic.</param>
/// <param name="Methods">Codes of the vocabulary method.</param>
/// <param name="Regions">Keys of Länder (2 digits) and Kreise (5 digits), at most 60.</param>
/// <param name="Online">Whether the person also works online.</param>
/// <param name="RadiusKm">How far she travels, 0 to 1000 kilometres.</param>
/// <param name="FeeBand">Code of the vocabulary feeBand.</param>
/// <param name="LeadTimeHours">How many hours before its start a slot can be asked for at the latest, 0 to 720.</param>
/// <param name="TimeZone">The IANA zone in which availability is meant, such as Europe/Berlin.</param>
/// <param name="ContactMail">A new address for mails of the platform; no answer ever shows it. Null keeps the one there is.</param>
public sealed record SetMediatorProfileRequest(
    string Name,
    string? TitleForm,
    string? Organisation,
    string Role,
    string? Bio,
    IReadOnlyList<QualificationBody> Qualifications,
    IReadOnlyList<LanguageBody> Languages,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Methods,
    IReadOnlyList<string> Regions,
    bool Online,
    int? RadiusKm,
    string? FeeBand,
    int LeadTimeHours,
    string TimeZone,
    string? ContactMail)
{
    internal static SetMediatorProfileRequest Example { get; } = new(
        "Karla Beispiel",
        "Mediatorin",
        "Büro für Verständigung (erfunden)",
        "mediator",
        "Ich begleite Nachbarschaften und Verwaltungen bei festgefahrenen Gesprächen.",
        [new QualificationBody("association_license", "Musterverband Mediation", new DateOnly(2019, 5, 14), null)],
        [new LanguageBody("de", "native"), new LanguageBody("tr", "b2")],
        ["neighbourhood", "migration_integration"],
        ["mediation", "round_table"],
        ["05"],
        true,
        100,
        "by_arrangement",
        48,
        "Europe/Berlin",
        null);

    internal ProfileContent ToContent() => new()
    {
        TitleForm = TitleForm,
        Organisation = Organisation,
        Role = Role,
        Bio = Bio,
        Qualifications = [.. Qualifications.Select(body => new Qualification(body.Kind, body.Issuer, body.IssuedOn, body.ValidUntil))],
        Languages = [.. Languages.Select(body => new LanguageSkill(body.Code, body.Level))],
        Topics = Topics,
        Methods = Methods,
        Regions = Regions,
        Online = Online,
        RadiusKm = RadiusKm,
        FeeBand = FeeBand,
    };
}

/// <summary>A training or certificate.</summary>
/// <param name="Kind">Code of the vocabulary qualificationKind.</param>
/// <param name="Issuer">Who issued it, at most 160 characters.</param>
/// <param name="IssuedOn">The day of issue.</param>
/// <param name="ValidUntil">The last day, if it ends; a certificate by ZMediatAusbV ends four years after its issue by itself.</param>
public sealed record QualificationBody(string Kind, string Issuer, DateOnly IssuedOn, DateOnly? ValidUntil);
