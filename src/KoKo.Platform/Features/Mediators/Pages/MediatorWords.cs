using System.Globalization;
using FluentValidation;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Vocabularies;
using KoKo.Platform.Foundation.Web.Components;
using KoKo.Platform.Foundation.Web.Forms;

namespace KoKo.Platform.Features.Mediators.Pages;

/// <summary>How the hub's pages on mediators say codes, days and states.</summary>
internal static class MediatorWords
{
    public static IReadOnlyList<Choice> Weekdays { get; } =
        [.. Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7)).Select(day => new Choice(day.ToString(), CultureInfo.GetCultureInfo("de-DE").DateTimeFormat.GetDayName(day)))];

    /// <summary>What the page after a form says, by the form or what became of a request.</summary>
    public static IReadOnlyDictionary<string, string> Done { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["profil"] = "Ihre Angaben sind gespeichert.",
        ["woche"] = "Ihre Woche ist gespeichert.",
        ["ausnahme"] = "Der Tag ist gespeichert.",
        ["veroeffentlichen"] = "Was Sie zu Ihrem Eintrag entschieden haben, gilt ab jetzt.",
        ["angefragt"] = "Ihre Anfrage ist gesendet.",
        ["zugesagt"] = "Der Termin ist zugesagt.",
        ["abgelehnt"] = "Die Anfrage ist abgelehnt.",
        ["zurueckgezogen"] = "Die Anfrage ist zurückgezogen.",
        ["abgesagt"] = "Der Termin ist abgesagt.",
    };

    public static IReadOnlyList<Choice> Levels { get; } =
        [new("native", "Muttersprache"), new("c2", "C2"), new("c1", "C1"), new("b2", "B2"), new("b1", "B1"), new("a2", "A2"), new("a1", "A1")];

    public static IReadOnlyList<Choice> Of(Vocabulary vocabulary) => [.. vocabulary.Terms.Select(term => new Choice(term.Code, term.German))];

    public static string Role(MediatorResponse mediator) => mediator.TitleForm ?? Vocabulary.MediatorRole.GermanOf(mediator.Role);

    public static string Language(LanguageBody language) =>
        $"{Vocabulary.Language.GermanOf(language.Code)} ({Levels.FirstOrDefault(level => level.Value == language.Level)?.Label ?? language.Level})";

    public static string Qualification(QualificationResponse qualification) =>
        $"{Vocabulary.QualificationKind.GermanOf(qualification.Kind)}, {qualification.Issuer}, {qualification.IssuedOn:d. MMMM yyyy}"
        + (qualification is { ValidUntil: { } end, IsLapsed: false } ? $", gilt bis {end:d. MMMM yyyy}" : "");

    public static string Day(string local) => DateTime.Parse(local, CultureInfo.InvariantCulture).ToString("dddd, d. MMMM yyyy", CultureInfo.GetCultureInfo("de-DE"));

    public static string When(DateTime start, DateTime end, string zone) => start == end
        ? $"{WallTime.Local(zone, start).ToString("dddd, d. MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("de-DE"))} Uhr"
        : $"{WallTime.Local(zone, start).ToString("dddd, d. MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("de-DE"))} bis {WallTime.Local(zone, end).ToString("HH:mm", CultureInfo.InvariantCulture)} Uhr";

    public static (string Label, Tone Tone) Of(RequestState state) => state switch
    {
        RequestState.Requested => ("offen", Tone.Warning),
        RequestState.Accepted => ("zugesagt", Tone.Success),
        RequestState.Declined => ("abgelehnt", Tone.Danger),
        RequestState.Cancelled => ("zurückgezogen", Tone.Neutral),
        _ => ("abgelaufen", Tone.Neutral),
    };

    public static string Of(MediationFormat format) => format == MediationFormat.Online ? "online" : "vor Ort";

    /// <summary>What a validator says of a request, at the fields of the form.</summary>
    public static FormErrors Check<T>(IValidator<T> validator, T request) =>
        FormErrors.Of(new ProblemException(Problems.InvalidInput, [.. validator.Validate(request).Errors.Select(RequestBody.ErrorOf)]), LabelOf);

    private static string? LabelOf(string field) => field.Split('.') switch
    {
        ["name"] => "Name",
        ["mail"] => "E-Mail-Adresse",
        ["topic"] => "Thema",
        ["level"] => "Ebene des Konflikts",
        ["timeFrame"] => "Zum Zeitrahmen",
        ["contactFunction"] => "Ansprechstelle",
        ["titleForm"] => "Bezeichnung",
        ["organisation"] => "Organisation",
        ["role"] => "Rolle",
        ["bio"] => "Beschreibung",
        ["contactMail"] => "Neue Kontaktadresse",
        ["topics", ..] => "Themen",
        ["methods", ..] => "Methoden",
        ["feeBand"] => "Honorar",
        ["regions", ..] => "Länder und Kreise",
        ["radiusKm"] => "Umkreis in Kilometern",
        ["leadTimeHours"] => "Vorlauf in Stunden",
        ["timeZone"] => "Zeitzone",
        ["languages", var row, ..] => $"Sprache {NumberOf(row)}",
        ["qualifications", var row, ..] => $"Qualifikation {NumberOf(row)}",
        ["rules", var row, ..] => $"Zeitfenster {NumberOf(row)}",
        _ => null,
    };

    private static int NumberOf(string row) => int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index + 1 : 1;
}
