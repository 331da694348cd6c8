using KoKo.Platform.Features.Conferences.Registrations;

namespace KoKo.Platform.Features.Conferences;

/// <summary>A published conference with its programme, as the caller may see it.</summary>
/// <param name="Id">Id of the conference.</param>
/// <param name="Organiser">The tenant that organises it.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">What it is about, plain text.</param>
/// <param name="Description">Markdown.</param>
/// <param name="Zone">IANA zone of all wall times.</param>
/// <param name="Starts">Wall time with its offset.</param>
/// <param name="Ends">Wall time with its offset.</param>
/// <param name="RegistrationCloses">Wall time until which people can register.</param>
/// <param name="Venue">Where people meet.</param>
/// <param name="Online">Whether it takes place online, alone or beside a venue.</param>
/// <param name="OnlineLink">Where to take part online; never for the audience public.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Topics">Codes of the vocabulary topic.</param>
/// <param name="Sessions">The programme by time; rooms never for the audience public.</param>
/// <param name="Seats">How many seats are left right now.</param>
/// <param name="Sequence">Grows with every published change; the SEQUENCE of the calendar file.</param>
/// <param name="PublishedAt">When this version was published, UTC.</param>
public sealed record ConferenceResponse(
    Guid Id,
    string Organiser,
    string Title,
    string Summary,
    string? Description,
    string Zone,
    string Starts,
    string Ends,
    string RegistrationCloses,
    VenueBody? Venue,
    bool Online,
    string? OnlineLink,
    string Language,
    IReadOnlyList<string> Topics,
    IReadOnlyList<SessionResponse> Sessions,
    SeatsResponse Seats,
    int Sequence,
    DateTime PublishedAt)
{
    internal static ConferenceResponse Of(ReleasedConference row, ConferenceSeats? seats) => new(
        row.ItemId,
        row.Organiser,
        row.Content.Title,
        row.Content.Summary,
        row.Content.Description,
        row.Content.Zone,
        row.Content.Starts.ToString(),
        row.Content.Ends.ToString(),
        (row.Content.RegistrationCloses ?? row.Content.Starts).ToString(),
        row.Content.Venue is { } venue ? new VenueBody(venue.Name, venue.Address) : null,
        row.Content.Online,
        row.Content.OnlineLink,
        row.Content.Language,
        row.Topics,
        SessionResponse.ListOf(row.Content),
        SeatsResponse.Of(seats),
        row.Sequence,
        row.PublishedAt);
}

/// <summary>A conference in a list.</summary>
/// <param name="Id">Id of the conference.</param>
/// <param name="Organiser">The tenant that organises it.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">What it is about, plain text.</param>
/// <param name="Zone">IANA zone of all wall times.</param>
/// <param name="Starts">Wall time with its offset.</param>
/// <param name="Ends">Wall time with its offset.</param>
/// <param name="RegistrationCloses">Wall time until which people can register.</param>
/// <param name="Venue">Where people meet.</param>
/// <param name="Online">Whether it takes place online, alone or beside a venue.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Topics">Codes of the vocabulary topic.</param>
/// <param name="Seats">How many seats are left right now.</param>
public sealed record ConferenceEntryResponse(
    Guid Id,
    string Organiser,
    string Title,
    string Summary,
    string Zone,
    string Starts,
    string Ends,
    string RegistrationCloses,
    VenueBody? Venue,
    bool Online,
    string Language,
    IReadOnlyList<string> Topics,
    SeatsResponse Seats)
{
    internal static ConferenceEntryResponse Of(ReleasedConference row, ConferenceSeats? seats) => new(
        row.ItemId,
        row.Organiser,
        row.Content.Title,
        row.Content.Summary,
        row.Content.Zone,
        row.Content.Starts.ToString(),
        row.Content.Ends.ToString(),
        (row.Content.RegistrationCloses ?? row.Content.Starts).ToString(),
        row.Content.Venue is { } venue ? new VenueBody(venue.Name, venue.Address) : null,
        row.Content.Online,
        row.Content.Language,
        row.Topics,
        SeatsResponse.Of(seats));
}

/// <summary>An entry of the programme.</summary>
/// <param name="Title">Title.</param>
/// <param name="Kind">plenary, workshop, break or talk.</param>
/// <param name="Room">Where; never for the audience public.</param>
/// <param name="Starts">Wall time with its offset.</param>
/// <param name="Ends">Wall time with its offset.</param>
/// <param name="Speakers">Names as they shall be printed.</param>
/// <param name="Description">Plain text.</param>
public sealed record SessionResponse(string Title, SessionKind Kind, string? Room, string Starts, string Ends, IReadOnlyList<string> Speakers, string? Description)
{
    internal static IReadOnlyList<SessionResponse> ListOf(ConferenceContent content) =>
        [.. content.Sessions.OrderBy(session => session.Starts).ThenBy(session => session.Ends).Select(Of)];

    internal static SessionResponse Of(ConferenceSession session) => new(
        session.Title,
        session.Kind,
        session.Room,
        session.Starts.ToString(),
        session.Ends.ToString(),
        session.Speakers,
        session.Description);
}

/// <summary>The seats of a conference at this moment.</summary>
/// <param name="Capacity">All seats.</param>
/// <param name="Free">Seats nobody has yet.</param>
/// <param name="Waiting">How many wait for a seat.</param>
/// <param name="WaitingListSize">How many can wait; 0 = no waiting list.</param>
public sealed record SeatsResponse(int Capacity, int Free, int Waiting, int WaitingListSize)
{
    internal static SeatsResponse Of(ConferenceSeats? seats) =>
        seats is null ? new(0, 0, 0, 0) : new(seats.Capacity, seats.Free, seats.Waiting, seats.WaitingListSize);
}
