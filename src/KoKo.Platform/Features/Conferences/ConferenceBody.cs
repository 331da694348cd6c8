using KoKo.Platform.Foundation.Http;
using NodaTime;

namespace KoKo.Platform.Features.Conferences;

/// <summary>What an organiser writes about a conference. All times are wall time in its zone.</summary>
public abstract record ConferenceBody
{
    /// <summary>5 to 160 characters, one line.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is about: 20 to 600 characters, plain text.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Markdown, at most 20 000 characters.</summary>
    public string? Description { get; init; }

    /// <summary>IANA name of the zone in which all times of this body are meant.</summary>
    /// <example>Europe/Berlin</example>
    public string Zone { get; init; } = "Europe/Berlin";

    /// <summary>Wall time such as 2027-06-10T09:30. Only for a time that happens twice, when the clock is turned back, the offset is needed: 2027-10-31T02:30+01:00.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Wall time, after the start.</summary>
    public string Ends { get; init; } = "";

    /// <summary>Wall time until which people can register, not after the start; without it, the start.</summary>
    public string? RegistrationCloses { get; init; }

    /// <summary>Where people meet. To be published, a conference needs a venue or has to be online.</summary>
    public VenueBody? Venue { get; init; }

    /// <summary>Whether it takes place online, alone or beside a venue.</summary>
    public bool Online { get; init; }

    /// <summary>https address to take part online. Never shown to the audience public; confirmed participants get it by mail.</summary>
    public string? OnlineLink { get; init; }

    /// <summary>Seats, 1 to 10 000.</summary>
    public int Capacity { get; init; }

    /// <summary>How many may wait for a seat, 0 to 10 000; 0 = no waiting list.</summary>
    public int WaitingListSize { get; init; }

    /// <summary>ISO 639-1 code of the language spoken.</summary>
    /// <example>de</example>
    public string Language { get; init; } = "de";

    /// <summary>At most 5 codes of the vocabulary topic.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Who sees it once it is published, 1 to 20 of: public, network, land:05, district:05374, tenant:(id). The audience public sees neither rooms nor the link.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>The programme, at most 100 entries. Entries overlap only in different rooms.</summary>
    public IReadOnlyList<SessionBody> Sessions { get; init; } = [];

    /// <summary>Puts the wall times into their zone, or says which of them cannot be.</summary>
    internal ConferenceContent ToContent()
    {
        var clock = new WallClock(WallTime.ZoneOf(Zone) ?? throw new ProblemException(Problems.InvalidInput, [ConferenceProblems.UnknownZone.At("/zone")]));
        var content = new ConferenceContent
        {
            Title = Title.Trim(),
            Summary = Summary.Trim(),
            Description = OrNull(Description),
            Zone = Zone,
            Starts = clock.Read(Starts, "/starts"),
            Ends = clock.Read(Ends, "/ends"),
            RegistrationCloses = OrNull(RegistrationCloses) is { } closes ? clock.Read(closes, "/registrationCloses") : null,
            Venue = Venue is null ? null : new ConferenceVenue(Venue.Name.Trim(), OrNull(Venue.Address)),
            Online = Online,
            OnlineLink = OrNull(OnlineLink),
            Capacity = Capacity,
            WaitingListSize = WaitingListSize,
            Language = Language,
            Topics = [.. Topics],
            Audiences = [.. Audiences],
            Sessions = [.. Sessions.Select((session, index) => session.ToSession(clock, index))],
        };
        clock.RequireNoErrors();
        return content;
    }

    internal static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A place.</summary>
/// <param name="Name">1 to 160 characters, one line.</param>
/// <param name="Address">At most 400 characters.</param>
public sealed record VenueBody(string Name, string? Address);

/// <summary>An entry of the programme.</summary>
public sealed record SessionBody
{
    /// <summary>3 to 160 characters, one line.</summary>
    public string Title { get; init; } = "";

    /// <summary>plenary, workshop, break or talk.</summary>
    public SessionKind Kind { get; init; }

    /// <summary>At most 80 characters, one line.</summary>
    public string? Room { get; init; }

    /// <summary>Wall time, not before the conference.</summary>
    public string Starts { get; init; } = "";

    /// <summary>Wall time, after the start and not after the conference.</summary>
    public string Ends { get; init; } = "";

    /// <summary>At most 20 names as they shall be printed, each at most 120 characters.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Plain text, at most 4 000 characters.</summary>
    public string? Description { get; init; }

    internal ConferenceSession ToSession(WallClock clock, int index) => new()
    {
        Title = Title.Trim(),
        Kind = Kind,
        Room = ConferenceBody.OrNull(Room),
        Starts = clock.Read(Starts, $"/sessions/{index}/starts"),
        Ends = clock.Read(Ends, $"/sessions/{index}/ends"),
        Speakers = [.. Speakers.Select(speaker => speaker.Trim())],
        Description = ConferenceBody.OrNull(Description),
    };
}

/// <summary>Reads the wall times of one body and collects which of them do not work.</summary>
internal sealed class WallClock(DateTimeZone zone)
{
    private readonly List<ProblemError> errors = [];

    public WallTime Read(string text, string pointer)
    {
        var (time, broken) = WallTime.Read(text, zone);
        if (broken is not null)
        {
            errors.Add(broken.At(pointer));
        }

        return time ?? default;
    }

    public void RequireNoErrors()
    {
        if (errors.Count > 0)
        {
            throw new ProblemException(Problems.InvalidInput, errors);
        }
    }
}
