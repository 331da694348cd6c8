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

    public static string When(DateTime start, DateTime end, string zone) =>
        $"{WallTime.Local(zone, start).ToString("dddd, d. MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("de-DE"))} bis {WallTime.Local(zone, end).ToString("HH:mm", CultureInfo.InvariantCulture)} Uhr";

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
        FormErrors.Of(new ProblemException(Problems.InvalidInput, [.. validator.Validate(request).Errors.Select(RequestBody.ErrorOf)]));
}
