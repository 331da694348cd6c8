using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Conferences;

/// <summary>All that an organiser says about a conference; one value, stored as one.</summary>
internal sealed record ConferenceContent
{
    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? Description { get; init; }

    public required string Zone { get; init; }

    public required WallTime Starts { get; init; }

    public required WallTime Ends { get; init; }

    public WallTime? RegistrationCloses { get; init; }

    public ConferenceVenue? Venue { get; init; }

    public bool Online { get; init; }

    public string? OnlineLink { get; init; }

    public required int Capacity { get; init; }

    /// <summary>How many may wait; 0 = there is no waiting list.</summary>
    public int WaitingListSize { get; init; }

    public required string Language { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Audiences { get; init; } = [];

    public IReadOnlyList<ConferenceSession> Sessions { get; init; } = [];

    public DateTime RegistrationClosesAt => (RegistrationCloses ?? Starts).Utc;

    /// <summary>The rules between the parts, all broken ones at once.</summary>
    public void RequireSound()
    {
        List<ProblemError> errors = [.. BrokenTimes(), .. Sessions.SelectMany(BrokenIn)];
        if (errors.Count > 0)
        {
            throw new ProblemException(Problems.InvalidInput, errors);
        }
    }

    /// <summary>What the network needs to know before it can be invited.</summary>
    public void RequireComplete()
    {
        if (Venue is null && !Online)
        {
            throw new ProblemException(ConferenceProblems.Incomplete, [ConferenceProblems.PlaceMissing.At("/venue")]);
        }
    }

    private IEnumerable<ProblemError> BrokenTimes()
    {
        if (Ends.CompareTo(Starts) <= 0)
        {
            yield return ConferenceProblems.EndBeforeStart.At("/ends");
        }

        if (RegistrationCloses?.CompareTo(Starts) > 0)
        {
            yield return ConferenceProblems.ClosesAfterStart.At("/registrationCloses");
        }
    }

    private IEnumerable<ProblemError> BrokenIn(ConferenceSession session, int index)
    {
        if (session.Ends.CompareTo(session.Starts) <= 0)
        {
            yield return ConferenceProblems.EndBeforeStart.At($"/sessions/{index}/ends");
        }
        else if (session.Starts.CompareTo(Starts) < 0)
        {
            yield return ConferenceProblems.OutsideConference.At($"/sessions/{index}/starts");
        }
        else if (session.Ends.CompareTo(Ends) > 0)
        {
            yield return ConferenceProblems.OutsideConference.At($"/sessions/{index}/ends");
        }
        else if (Sessions.Take(index).Any(session.ClashesWith))
        {
            yield return ConferenceProblems.SessionsOverlap.At($"/sessions/{index}/room");
        }
    }
}

/// <summary>Where people meet.</summary>
internal sealed record ConferenceVenue(string Name, string? Address);

/// <summary>One entry of the programme.</summary>
internal sealed record ConferenceSession
{
    public required string Title { get; init; }

    public required SessionKind Kind { get; init; }

    public string? Room { get; init; }

    public required WallTime Starts { get; init; }

    public required WallTime Ends { get; init; }

    public IReadOnlyList<string> Speakers { get; init; } = [];

    public string? Description { get; init; }

    // without a room, two sessions share the one place there is
    public bool ClashesWith(ConferenceSession other) =>
        Starts.CompareTo(other.Ends) < 0
        && other.Starts.CompareTo(Ends) < 0
        && string.Equals(Room, other.Room, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What kind of session it is.</summary>
public enum SessionKind
{
    /// <summary>For everybody at once.</summary>
    Plenary,

    /// <summary>Work in a group.</summary>
    Workshop,

    /// <summary>A pause, a meal.</summary>
    Break,

    /// <summary>A talk or presentation.</summary>
    Talk,
}
