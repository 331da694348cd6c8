using KoKo.Platform.Features.Conferences;

namespace KoKo.Platform.Demo;

/// <summary>The conferences of the demo world in words. Days are given when it is seeded; all people and houses are invented.</summary>
internal static class DemoConferenceTexts
{
    private const string Berlin = "Europe/Berlin";

    public static CreateConferenceRequest Network(DateOnly day) => Plain(day, "Netzwerkkonferenz: Konflikte früh erkennen", "09:30", "16:45") with
    {
        Summary = "Wie merken Verwaltungen, dass sich etwas zusammenbraut, und was tun sie dann? Ein Tag mit Berichten aus Kommunen, vier Werkstätten und Zeit für Gespräche.",
        Description = """
            Viele Konflikte kündigen sich an: in Beschwerden, die sich häufen, in Sitzungen, die länger werden, in Gesprächen, die nicht mehr stattfinden.
            Auf dieser Konferenz zeigen Kommunen, woran sie das bemerken und wer dann zuständig ist.

            ## Für wen

            - Koordinierungsstellen für Konfliktmanagement und alle, die eine aufbauen
            - Fachämter, die mit Beschwerden und Beteiligung zu tun haben
            - Mediator*innen, die Kommunen begleiten

            ## Was Sie mitbringen

            Einen eigenen Fall, anonymisiert und auf einer halben Seite. In den Werkstätten arbeiten wir daran.
            """,
        Venue = new VenueBody("Tagungshaus Musterhof", "Musterweg 1\n00000 Musterstadt"),
        Online = true,
        OnlineLink = "https://konferenz.example/frueh-erkennen",
        Capacity = 120,
        WaitingListSize = 40,
        Topics = ["administration_internal", "polarisation_protest", "neighbourhood"],
        Audiences = ["public", "network"],
        Sessions =
        [
            Session(day, "Ankommen und Begrüßung", SessionKind.Plenary, "09:30", "10:00", "Saal", "Die Geschäftsstelle stellt den Tag vor."),
            Session(day, "Woran wir es hätten merken können", SessionKind.Talk, "10:00", "11:00", "Saal", "Zwei Kommunen erzählen von Zeichen, die erst im Rückblick zu lesen waren.", "Kim Beispiel", "Robin Muster"),
            Session(day, "Pause", SessionKind.Break, "11:00", "11:30", null, null),
            Session(day, "Beschwerden lesen", SessionKind.Workshop, "11:30", "13:00", "Raum 1", "Aus drei Ordnern Post wird ein Bild: Themen, Orte, Häufungen.", "Alex Probe"),
            Session(day, "Gespräche, bevor es eilt", SessionKind.Workshop, "11:30", "13:00", "Raum 2", "Wie man anruft, ohne zu beunruhigen, und was man danach festhält.", "Sascha Vorlage"),
            Session(day, "Mittagspause", SessionKind.Break, "13:00", "14:00", null, null),
            Session(day, "Zuständig ist, wer es sieht", SessionKind.Workshop, "14:00", "15:30", "Raum 1", "Wege im Haus: Wer sagt wem was, und wer entscheidet?", "Toni Entwurf"),
            Session(day, "Der eigene Fall", SessionKind.Workshop, "14:00", "15:30", "Raum 2", "Kollegiale Beratung in kleinen Gruppen.", "Charlie Skizze"),
            Session(day, "Was wir mitnehmen", SessionKind.Plenary, "15:45", "16:45", "Saal", "Jede Werkstatt nennt einen Gedanken und eine offene Frage."),
        ],
    };

    public static CreateConferenceRequest Workshop(DateOnly day) => Plain(day, "Werkstatttag: Schwierige Sitzungen gut leiten", "10:00", "16:00") with
    {
        Summary = "Eine kleine Runde übt, Sitzungen zu leiten, in denen gestritten wird: mit Rollenspielen, klaren Regeln und ehrlichen Rückmeldungen.",
        Description = "Wir üben an Szenen, die die Teilnehmenden mitbringen. Die Runde bleibt klein, damit alle mehrmals an der Reihe sind.",
        Venue = new VenueBody("Alte Beispielschule", "Probeplatz 3\n00000 Musterstadt"),
        Capacity = 12,
        WaitingListSize = 6,
        Topics = ["council_politics", "administration_internal"],
        Sessions =
        [
            Session(day, "Regeln, die tragen", SessionKind.Talk, "10:00", "11:00", "Klassenraum", "Was vor der Sitzung vereinbart sein muss.", "Noa Beispiel"),
            Session(day, "Übung in Szenen", SessionKind.Workshop, "11:15", "12:45", "Klassenraum", null, "Noa Beispiel", "Jona Muster"),
            Session(day, "Mittagspause", SessionKind.Break, "12:45", "13:45", null, null),
            Session(day, "Übung in Szenen, zweiter Teil", SessionKind.Workshop, "13:45", "16:00", "Klassenraum", null, "Noa Beispiel", "Jona Muster"),
        ],
    };

    public static CreateConferenceRequest Full(DateOnly day) => Plain(day, "Fachtag: Lärm, Licht und lange Nächte", "09:00", "13:00") with
    {
        Summary = "Anwohnende, Gastronomie und Ordnungsamt an einem Tisch: drei Kommunen berichten, welche Vereinbarungen gehalten haben und welche nicht.",
        Description = "Der Vormittag ist voll belegt. Wer auf der Warteliste steht, rückt nach, sobald jemand absagt.",
        Venue = new VenueBody("Bürgersaal Am Musterplatz", "Musterplatz 7\n00000 Musterstadt"),
        Capacity = 8,
        WaitingListSize = 10,
        Topics = ["nightlife_noise", "safety_order"],
        Sessions =
        [
            Session(day, "Drei Plätze, drei Vereinbarungen", SessionKind.Talk, "09:00", "10:45", "Bürgersaal", null, "Mika Probe"),
            Session(day, "Pause", SessionKind.Break, "10:45", "11:15", null, null),
            Session(day, "Was steht in einer Vereinbarung?", SessionKind.Workshop, "11:15", "13:00", "Bürgersaal", "Wir schreiben gemeinsam eine.", "Mika Probe"),
        ],
    };

    public static CreateConferenceRequest Past(DateOnly day) => Plain(day, "Jahrestreffen des Netzwerks", "10:00", "15:30") with
    {
        Summary = "Rückblick auf ein Jahr gemeinsamer Arbeit: neue Praxisbeispiele, die Ausbildung der Mediator*innen und die Vorhaben des nächsten Jahres.",
        Venue = new VenueBody("Tagungshaus Musterhof", "Musterweg 1\n00000 Musterstadt"),
        Capacity = 60,
        Topics = ["intermunicipal"],
        Sessions =
        [
            Session(day, "Ein Jahr im Netzwerk", SessionKind.Plenary, "10:00", "12:00", "Saal", null),
            Session(day, "Mittagspause", SessionKind.Break, "12:00", "13:00", null, null),
            Session(day, "Vorhaben und Zuständigkeiten", SessionKind.Plenary, "13:00", "15:30", "Saal", null),
        ],
    };

    /// <summary>A short online meeting; the drafts and examples are of this kind.</summary>
    public static CreateConferenceRequest Online(DateOnly day, string title, string summary) => Plain(day, title, "14:00", "15:30") with
    {
        Summary = summary,
        Online = true,
        OnlineLink = "https://konferenz.example/sprechstunde",
        Capacity = 25,
        WaitingListSize = 5,
        Topics = ["administration_internal"],
    };

    private static CreateConferenceRequest Plain(DateOnly day, string title, string starts, string ends) => new()
    {
        Title = title,
        Zone = Berlin,
        Starts = At(day, starts),
        Ends = At(day, ends),
        RegistrationCloses = At(day.AddDays(-7), "18:00"),
        Audiences = ["network"],
    };

    private static SessionBody Session(DateOnly day, string title, SessionKind kind, string starts, string ends, string? room, string? description, params string[] speakers) => new()
    {
        Title = title,
        Kind = kind,
        Room = room,
        Starts = At(day, starts),
        Ends = At(day, ends),
        Speakers = speakers,
        Description = description,
    };

    private static string At(DateOnly day, string time) => $"{day:yyyy-MM-dd}T{time}";
}
