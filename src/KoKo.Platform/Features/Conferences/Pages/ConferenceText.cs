using System.Globalization;
using KoKo.Platform.Foundation.Web.Components;

namespace KoKo.Platform.Features.Conferences.Pages;

/// <summary>Times, places and seats as people read them.</summary>
internal static class ConferenceText
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>What the page after a form says.</summary>
    public static IReadOnlyDictionary<string, string> Done { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["gespeichert"] = "Die Konferenz ist gespeichert.",
        ["veroeffentlicht"] = "Veröffentlicht: So sehen sie jetzt alle, die sie sehen dürfen.",
        ["zurueckgezogen"] = "Die Konferenz ist zurückgezogen. Wer angemeldet war, bekommt eine Mail.",
        ["abgesagt"] = "Ihre Teilnahme ist abgesagt.",
    };

    public static string DayOf(WallTime time) => time.Local.ToString("dddd, d. MMMM uuuu", German);

    public static string TimeOf(WallTime time) => time.Local.ToString("HH:mm", German);

    public static string PeriodOf(string starts, string ends) => PeriodOf(WallTime.Parse(starts), WallTime.Parse(ends));

    public static string PeriodOf(WallTime starts, WallTime ends) => starts.Local.Date == ends.Local.Date
        ? $"{DayOf(starts)}, {TimeOf(starts)} bis {TimeOf(ends)} Uhr"
        : $"{DayOf(starts)}, {TimeOf(starts)} Uhr bis {DayOf(ends)}, {TimeOf(ends)} Uhr";

    /// <summary>For the datetime attribute.</summary>
    public static string MachineOf(WallTime time) => time.ToString();

    public static string PlaceOf(VenueBody? venue, bool online) => (venue, online) switch
    {
        ({ } place, true) => $"{place.Name} und online",
        ({ } place, false) => place.Name,
        _ => "online",
    };

    public static string SeatsOf(SeatsResponse seats) => seats switch
    {
        { Free: 1 } => $"noch ein Platz frei von {seats.Capacity.ToString("N0", German)}",
        { Free: > 1 } => $"{seats.Free.ToString("N0", German)} von {seats.Capacity.ToString("N0", German)} Plätzen frei",
        { Waiting: 0 } when seats.WaitingListSize > 0 => "ausgebucht, die Warteliste ist offen",
        { Waiting: > 0 } => $"ausgebucht, {seats.Waiting.ToString("N0", German)} auf der Warteliste",
        _ => "ausgebucht",
    };

    public static Tone ToneOf(SeatsResponse seats) => seats.Free > 0 ? Tone.Success : Tone.Warning;

    public static bool IsFull(SeatsResponse seats) => seats.Free <= 0 && seats.Waiting >= seats.WaitingListSize;

    public static string Of(SessionKind kind) => kind switch
    {
        SessionKind.Plenary => "Plenum",
        SessionKind.Workshop => "Werkstatt",
        SessionKind.Break => "Pause",
        _ => "Vortrag",
    };

    public static (string Label, Tone Tone) Of(ConferenceState state) => state switch
    {
        ConferenceState.Draft => ("Entwurf", Tone.Neutral),
        ConferenceState.Published => ("Veröffentlicht", Tone.Success),
        _ => ("Zurückgezogen", Tone.Warning),
    };

    public static (string Label, Tone Tone) Of(Registrations.RegistrationStatus status) => status switch
    {
        Registrations.RegistrationStatus.Confirmed => ("Bestätigt", Tone.Success),
        Registrations.RegistrationStatus.Waiting => ("Warteliste", Tone.Warning),
        _ => ("Abgesagt", Tone.Neutral),
    };
}
