using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Tests.Features.Conferences;

/// <summary>Conferences as tests write them.</summary>
internal static class ConferenceDrafts
{
    public static CreateConferenceRequest Body(string title = "Fachtag Beispielkonferenz", int capacity = 20, int waitingListSize = 10, params string[] audiences) => new()
    {
        Title = title,
        Summary = "Ein Tag zum Austausch über Konflikte in der Kommune.",
        Zone = "Europe/Berlin",
        Starts = "2031-06-12T09:30",
        Ends = "2031-06-12T16:30",
        RegistrationCloses = "2031-06-01T18:00",
        Venue = new VenueBody("Haus der Beispiele", "Musterweg 1\n00000 Musterstadt"),
        Capacity = capacity,
        WaitingListSize = waitingListSize,
        Topics = ["neighbourhood"],
        Audiences = audiences.Length == 0 ? [Audience.Network] : audiences,
        Sessions =
        [
            new SessionBody { Title = "Begrüßung", Kind = SessionKind.Plenary, Room = "Saal", Starts = "2031-06-12T09:30", Ends = "2031-06-12T10:00", Speakers = ["Kim Beispiel"] },
            new SessionBody { Title = "Werkstatt Nachbarschaft", Kind = SessionKind.Workshop, Room = "Raum 1", Starts = "2031-06-12T10:00", Ends = "2031-06-12T12:00" },
            new SessionBody { Title = "Werkstatt Moderation", Kind = SessionKind.Workshop, Room = "Raum 2", Starts = "2031-06-12T10:00", Ends = "2031-06-12T12:00" },
        ],
    };

    public static ReleasedConference Released(ConferenceBody body, string? audience = null, int times = 1)
    {
        var conference = new Conference(body.ToContent(), new DateTime(2030, 1, 1, 8, 0, 0, DateTimeKind.Utc));
        for (var time = 0; time < times; time++)
        {
            conference.Change(body.ToContent(), new DateTime(2030, 1, 2, 8, 0, 0, DateTimeKind.Utc));
            conference.Publish(new DateTime(2030, 1, 3, 8, 0, 0, DateTimeKind.Utc));
        }

        var organiser = new TenantInfo(Guid.NewGuid(), "office", "Geschäftsstelle", TenantKind.Office, TenantState.Active, true, []);
        var rows = ReleasedConference.RowsOf(conference, organiser);
        return audience is null ? rows[^1] : rows.Single(row => row.Audience == audience);
    }
}
