using System.Globalization;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Web.Forms;

namespace KoKo.Platform.Features.Conferences.Pages;

/// <summary>A conference as a form holds it: everything is text, so that nothing a person typed is lost.</summary>
public sealed class ConferenceFields
{
    /// <summary>The prefix under which the form's fields are sent.</summary>
    public const string Prefix = "Fields";

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Description { get; set; }

    public string? Zone { get; set; } = "Europe/Berlin";

    public string? Starts { get; set; }

    public string? Ends { get; set; }

    public string? RegistrationCloses { get; set; }

    public string? VenueName { get; set; }

    public string? VenueAddress { get; set; }

    public bool Online { get; set; }

    public string? OnlineLink { get; set; }

    public string? Capacity { get; set; }

    public string? WaitingListSize { get; set; } = "0";

    public string? Language { get; set; } = "de";

    // a form without any such field binds null
    public List<string> Topics { get; set => field = value ?? []; } = [];

    /// <summary>The audiences with blanks between.</summary>
    public string? Audiences { get; set; } = Audience.Network;

    public List<SessionFields> Sessions { get; set => field = value ?? []; } = [];

    /// <summary>The version the form was filled from; 0 = a new conference.</summary>
    public int Version { get; set; }

    public static ConferenceFields Of(OwnConferenceResponse conference) => new()
    {
        Title = conference.Title,
        Summary = conference.Summary,
        Description = conference.Description,
        Zone = conference.Zone,
        Starts = Local(conference.Starts),
        Ends = Local(conference.Ends),
        RegistrationCloses = conference.RegistrationCloses is { } closes ? Local(closes) : null,
        VenueName = conference.Venue?.Name,
        VenueAddress = conference.Venue?.Address,
        Online = conference.Online,
        OnlineLink = conference.OnlineLink,
        Capacity = conference.Capacity.ToString(CultureInfo.InvariantCulture),
        WaitingListSize = conference.WaitingListSize.ToString(CultureInfo.InvariantCulture),
        Language = conference.Language,
        Topics = [.. conference.Topics],
        Audiences = string.Join(' ', conference.Audiences),
        Sessions = [.. conference.Sessions.Select(SessionFields.Of)],
        Version = conference.Version,
    };

    public void DropEmptySessions() => Sessions.RemoveAll(session => session.IsEmpty);

    public void AddSession() => Sessions.Add(new SessionFields { Starts = Sessions.LastOrDefault()?.Ends ?? Starts });

    public CreateConferenceRequest ToBody() => new()
    {
        Title = Title ?? "",
        Summary = Summary ?? "",
        Description = Description,
        Zone = Zone ?? "",
        Starts = Starts ?? "",
        Ends = Ends ?? "",
        RegistrationCloses = RegistrationCloses,
        Venue = string.IsNullOrWhiteSpace(VenueName) && string.IsNullOrWhiteSpace(VenueAddress) ? null : new VenueBody(VenueName ?? "", VenueAddress),
        Online = Online,
        OnlineLink = OnlineLink,
        Capacity = Number(Capacity),
        WaitingListSize = Number(WaitingListSize),
        Language = Language ?? "",
        Topics = Topics,
        Audiences = [.. (Audiences ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Sessions = [.. Sessions.Select(session => session.ToBody())],
    };

    /// <summary>What the API says about members of the body, beside the fields they came from.</summary>
    public static FormErrors ErrorsOf(IEnumerable<ProblemError> errors) =>
        new([.. errors.Select(error => new FieldError(FieldOf(error.Pointer), error.Detail, LabelOf(error.Pointer)))]);

    /// <summary>As an input of a date with a time wants it; the hour that happens twice is shown with its offset lost, and asked for again.</summary>
    internal static string Local(string wallTime) => wallTime[..16];

    private static string? LabelOf(string pointer) => pointer.Trim('/').Split('/') switch
    {
        ["title"] => "Titel",
        ["summary"] => "Kurztext",
        ["description"] => "Beschreibung",
        ["starts"] => "Beginn",
        ["ends"] => "Ende",
        ["registrationCloses"] => "Anmeldung bis",
        ["zone"] => "Zeitzone",
        ["venue", "address"] => "Anschrift",
        ["venue", ..] => "Ort",
        ["onlineLink"] => "Zugang online",
        ["capacity"] => "Plätze",
        ["waitingListSize"] => "Plätze auf der Warteliste",
        ["language"] => "Sprache",
        ["topics", ..] => "Themen",
        ["audiences", ..] => "Wer sieht sie",
        ["sessions", var index, ..] => $"Programmpunkt {int.Parse(index, CultureInfo.InvariantCulture) + 1}",
        _ => null,
    };

    private static string FieldOf(string pointer) => pointer.Trim('/').Split('/') switch
    {
        ["venue"] or ["venue", "name"] => $"{Prefix}.VenueName",
        ["venue", "address"] => $"{Prefix}.VenueAddress",
        ["sessions", var index, var member, ..] => $"{Prefix}.Sessions[{index}].{member}",
        [var member, ..] => $"{Prefix}.{member}",
        _ => Prefix,
    };

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

/// <summary>An entry of the programme as a form holds it.</summary>
public sealed class SessionFields
{
    public string? Title { get; set; }

    public string? Kind { get; set; } = nameof(SessionKind.Plenary);

    public string? Room { get; set; }

    public string? Starts { get; set; }

    public string? Ends { get; set; }

    /// <summary>One name per line.</summary>
    public string? Speakers { get; set; }

    public string? Description { get; set; }

    public bool IsEmpty => new[] { Title, Room, Ends, Speakers, Description }.All(string.IsNullOrWhiteSpace);

    public static SessionFields Of(SessionBody session) => new()
    {
        Title = session.Title,
        Kind = session.Kind.ToString(),
        Room = session.Room,
        Starts = ConferenceFields.Local(session.Starts),
        Ends = ConferenceFields.Local(session.Ends),
        Speakers = string.Join('\n', session.Speakers),
        Description = session.Description,
    };

    public SessionBody ToBody() => new()
    {
        Title = Title ?? "",
        Kind = Enum.TryParse<SessionKind>(Kind, out var kind) ? kind : (SessionKind)(-1),
        Room = Room,
        Starts = Starts ?? "",
        Ends = Ends ?? "",
        Speakers = [.. (Speakers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Description = Description,
    };
}
