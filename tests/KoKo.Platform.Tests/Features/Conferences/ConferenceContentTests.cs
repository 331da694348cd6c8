using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class ConferenceContentTests
{
    [Fact]
    public void A_sound_conference_passes() => ConferenceDrafts.Body().ToContent().RequireSound();

    [Theory]
    [InlineData("2031-06-12T09:30", "2031-06-12T10:00", "Saal", "sessions-overlap", "/sessions/1/room")]
    [InlineData("2031-06-12T09:59", "2031-06-12T10:30", "SAAL", "sessions-overlap", "/sessions/1/room")]
    [InlineData("2031-06-12T10:30", "2031-06-12T10:30", "Saal", "end-before-start", "/sessions/1/ends")]
    [InlineData("2031-06-12T09:00", "2031-06-12T10:30", "Raum 2", "outside-conference", "/sessions/1/starts")]
    [InlineData("2031-06-12T16:00", "2031-06-12T16:31", "Raum 2", "outside-conference", "/sessions/1/ends")]
    public void A_session_must_fit(string starts, string ends, string room, string code, string place)
    {
        var body = ConferenceDrafts.Body();
        var content = (body with { Sessions = [body.Sessions[0], body.Sessions[1] with { Starts = starts, Ends = ends, Room = room }] }).ToContent();

        var refusal = Assert.Throws<ProblemException>(content.RequireSound);

        var error = Assert.Single(refusal.Errors);
        Assert.Equal((code, place), (error.Code, error.Pointer));
    }

    [Fact]
    public void Sessions_may_overlap_in_different_rooms_and_touch_in_the_same()
    {
        var body = ConferenceDrafts.Body();
        var after = body.Sessions[0] with { Starts = body.Sessions[0].Ends, Ends = "2031-06-12T11:00" };

        (body with { Sessions = [.. body.Sessions, after] }).ToContent().RequireSound();
    }

    [Fact]
    public void All_broken_rules_are_told_at_once()
    {
        var body = ConferenceDrafts.Body() with { Ends = "2031-06-12T09:30", RegistrationCloses = "2031-06-13T00:00", Sessions = [] };

        var refusal = Assert.Throws<ProblemException>(body.ToContent().RequireSound);

        Assert.Equal(["/ends", "/registrationCloses"], refusal.Errors.Select(error => error.Pointer));
    }

    [Fact]
    public void All_times_that_cannot_be_are_told_at_once()
    {
        var body = ConferenceDrafts.Body();
        var impossible = body with { Starts = "2027-03-28T02:30", Ends = "2027-10-31T02:30", Sessions = [body.Sessions[0] with { Starts = "2031-02-30T10:00" }] };

        var refusal = Assert.Throws<ProblemException>(impossible.ToContent);

        Assert.Equal(
            [("/starts", "local-time-skipped"), ("/ends", "local-time-ambiguous"), ("/sessions/0/starts", "no-time")],
            refusal.Errors.Select(error => (error.Pointer, error.Code)));
    }

    [Fact]
    public void Every_audience_has_one_row_and_wider_rows_are_shadowed_by_narrower_ones()
    {
        var body = ConferenceDrafts.Body(audiences: ["land:05", "public", "district:05374", "network"]) with { Online = true, OnlineLink = "https://konferenz.example/raum" };
        var conference = new Conference(body.ToContent(), DateTime.UnixEpoch);
        conference.Publish(DateTime.UnixEpoch);

        var rows = ReleasedConference.RowsOf(conference, new(Guid.NewGuid(), "office", "Geschäftsstelle", default, default, true, []));

        Assert.Equal(["public", "network", "land:05", "district:05374"], rows.Select(row => row.Audience));
        Assert.Equal(["network", "land:05", "district:05374"], rows[0].ShadowedBy);
        Assert.Equal([], rows[3].ShadowedBy);
        Assert.Null(rows[0].Content.OnlineLink);
        Assert.All(rows[0].Content.Sessions, session => Assert.Null(session.Room));
        Assert.Equal("https://konferenz.example/raum", rows[1].Content.OnlineLink);
        Assert.Equal("Saal", rows[1].Content.Sessions[0].Room);
        Assert.All(rows, row => Assert.Empty(row.Content.Audiences));
    }
}
