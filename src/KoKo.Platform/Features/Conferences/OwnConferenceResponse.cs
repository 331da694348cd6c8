using KoKo.Platform.Features.Conferences.Registrations;

namespace KoKo.Platform.Features.Conferences;

/// <summary>The working copy of a conference of my tenant, with the members of the request and what the platform knows about it.</summary>
public sealed record OwnConferenceResponse : ConferenceBody
{
    /// <summary>Id of the conference, the same for the published one.</summary>
    public Guid Id { get; init; }

    /// <summary>draft, published or withdrawn.</summary>
    public ConferenceState State { get; init; }

    /// <summary>Whether the working copy differs from what is published.</summary>
    public bool HasUnpublishedChanges { get; init; }

    /// <summary>Also the ETag.</summary>
    public int Version { get; init; }

    /// <summary>The seats of the published conference; null before the first publication.</summary>
    public SeatsResponse? Seats { get; init; }

    /// <summary>When it was last published, UTC.</summary>
    public DateTime? PublishedAt { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When the working copy was last written, UTC.</summary>
    public DateTime ChangedAt { get; init; }

    internal static OwnConferenceResponse Of(Conference conference, SeatLedger? ledger) => new()
    {
        Id = conference.Id,
        State = conference.State,
        HasUnpublishedChanges = conference.HasUnpublishedChanges,
        Version = conference.Version,
        Seats = ledger is null ? null : new SeatsResponse(ledger.Capacity, ledger.Free, ledger.Waiting, ledger.WaitingListSize),
        PublishedAt = conference.PublishedAt,
        CreatedAt = conference.CreatedAt,
        ChangedAt = conference.ChangedAt,
        Title = conference.Content.Title,
        Summary = conference.Content.Summary,
        Description = conference.Content.Description,
        Zone = conference.Content.Zone,
        Starts = conference.Content.Starts.ToString(),
        Ends = conference.Content.Ends.ToString(),
        RegistrationCloses = conference.Content.RegistrationCloses?.ToString(),
        Venue = conference.Content.Venue is { } venue ? new VenueBody(venue.Name, venue.Address) : null,
        Online = conference.Content.Online,
        OnlineLink = conference.Content.OnlineLink,
        Capacity = conference.Content.Capacity,
        WaitingListSize = conference.Content.WaitingListSize,
        Language = conference.Content.Language,
        Topics = conference.Content.Topics,
        Audiences = conference.Content.Audiences,
        Sessions = [.. conference.Content.Sessions.Select(BodyOf)],
    };

    private static SessionBody BodyOf(ConferenceSession session) => new()
    {
        Title = session.Title,
        Kind = session.Kind,
        Room = session.Room,
        Starts = session.Starts.ToString(),
        Ends = session.Ends.ToString(),
        Speakers = session.Speakers,
        Description = session.Description,
    };
}

/// <summary>A conference of my tenant in a list.</summary>
/// <param name="Id">Id of the conference.</param>
/// <param name="Title">Title of the working copy.</param>
/// <param name="State">draft, published or withdrawn.</param>
/// <param name="HasUnpublishedChanges">Whether the working copy differs from what is published.</param>
/// <param name="Zone">IANA zone of all wall times.</param>
/// <param name="Starts">Wall time with its offset.</param>
/// <param name="Ends">Wall time with its offset.</param>
/// <param name="Seats">The seats of the published conference; null before the first publication.</param>
/// <param name="Version">Version of the working copy.</param>
public sealed record OwnConferenceEntryResponse(
    Guid Id,
    string Title,
    ConferenceState State,
    bool HasUnpublishedChanges,
    string Zone,
    string Starts,
    string Ends,
    SeatsResponse? Seats,
    int Version)
{
    internal static OwnConferenceEntryResponse Of(Conference conference, SeatLedger? ledger) => new(
        conference.Id,
        conference.Content.Title,
        conference.State,
        conference.HasUnpublishedChanges,
        conference.Content.Zone,
        conference.Content.Starts.ToString(),
        conference.Content.Ends.ToString(),
        ledger is null ? null : new SeatsResponse(ledger.Capacity, ledger.Free, ledger.Waiting, ledger.WaitingListSize),
        conference.Version);
}
