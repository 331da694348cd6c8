using System.Net;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class CreateConferenceTests(PlatformWorld world)
{
    [Fact]
    public async Task Keeps_what_was_written_as_a_draft()
    {
        var office = await world.AppAsync("office");

        var answer = await office.SendAsync<CreateConference>(body: ConferenceDrafts.Body("Fachtag als Entwurf"));

        var created = answer.As<OwnConferenceResponse>(HttpStatusCode.Created);
        Assert.Equal("\"1\"", answer.ETag);
        Assert.Equal($"/v1/tenant/conferences/{created.Id}", answer.Headers.Location?.ToString());
        Assert.Equal((ConferenceState.Draft, "2031-06-12T09:30:00+02:00", 3), (created.State, created.Starts, created.Sessions.Count));
        Assert.Null(created.Seats);
        var read = (await office.SendAsync<GetOwnConference>(new { id = created.Id })).Body;
        Assert.Equal(answer.Body, read);
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "/starts", "local-time-skipped")]
    [InlineData("2027-10-31T02:30", "/starts", "local-time-ambiguous")]
    [InlineData("2027-06-10T02:30+05:00", "/starts", "offset-mismatch")]
    [InlineData("10. Juni 2027", "/starts", "no-time")]
    public async Task Refuses_a_start_that_is_no_time_there(string starts, string place, string code)
    {
        var office = await world.AppAsync("office");
        var body = ConferenceDrafts.Body() with { Starts = starts, RegistrationCloses = null, Sessions = [] };

        var answer = await office.SendAsync<CreateConference>(body: body);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal((place, code), ErrorsOf(answer)[0]);
    }

    [Fact]
    public async Task Takes_a_start_that_happens_twice_with_its_offset()
    {
        var office = await world.AppAsync("office");
        var body = ConferenceDrafts.Body() with { Starts = "2027-10-31T02:30+01:00", Ends = "2027-10-31T09:00", RegistrationCloses = null, Sessions = [] };

        var created = await office.CreatedAsync(body);

        Assert.Equal("2027-10-31T02:30:00+01:00", created.Starts);
    }

    [Fact]
    public async Task Tells_every_broken_rule_of_the_shape_at_once()
    {
        var office = await world.AppAsync("office");
        var body = ConferenceDrafts.Body() with
        {
            Title = "a\r\nb c d e",
            Summary = "kurz",
            Zone = "Europe/Atlantis",
            Capacity = 0,
            WaitingListSize = -1,
            Language = "xx",
            OnlineLink = "http://konferenz.example",
            Topics = ["weather"],
            Audiences = ["everybody"],
            Venue = new VenueBody("", null),
        };

        var answer = await office.SendAsync<CreateConference>(body: body);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(
            ["/audiences/0", "/capacity", "/language", "/onlineLink", "/onlineLink", "/summary", "/title", "/topics/0", "/venue/name", "/waitingListSize", "/zone"],
            answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refuses_sessions_in_one_room_at_one_time_and_stores_nothing()
    {
        var krefeld = await world.AppAsync("krefeld");
        var body = ConferenceDrafts.Body();
        var clash = body with { Sessions = [.. body.Sessions, body.Sessions[0]] };

        var answer = await krefeld.SendAsync<CreateConference>(body: clash);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal([("/sessions/3/room", "sessions-overlap")], ErrorsOf(answer));
        Assert.Equal(0, await world.InsideAsync("krefeld", db => db.Conferences.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Refuses_a_hundred_and_one_sessions()
    {
        var office = await world.AppAsync("office");
        var body = ConferenceDrafts.Body();
        var session = body.Sessions[0];

        var answer = await office.SendAsync<CreateConference>(body: body with { Sessions = [.. Enumerable.Range(0, 101).Select(number => session with { Room = $"Raum {number}" })] });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/sessions"], answer.Pointers);
    }

    [Fact]
    public async Task Needs_the_scope_and_a_token()
    {
        var reading = await world.AppAsync("office", "conferences:read");

        (await reading.SendAsync<CreateConference>(body: ConferenceDrafts.Body())).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await world.Anonymous.SendAsync<CreateConference>(body: ConferenceDrafts.Body())).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    private static List<(string, string)> ErrorsOf(ApiAnswer answer) =>
        [.. answer.Json.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("pointer").GetString()!, error.GetProperty("code").GetString()!))];
}
