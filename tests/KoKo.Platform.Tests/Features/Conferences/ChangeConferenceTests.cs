using System.Net;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class ChangeConferenceTests(PlatformWorld world)
{
    [Fact]
    public async Task Replaces_the_working_copy_and_leaves_what_is_published()
    {
        var office = await world.AppAsync("office");
        var published = await office.PublishedAsync(ConferenceDrafts.Body("Fachtag vor der Änderung"));

        var changed = await office.ChangedAsync(published.Id, ConferenceDrafts.Body("Fachtag nach der Änderung"));

        Assert.Equal((ConferenceState.Published, true, published.Version + 1), (changed.State, changed.HasUnpublishedChanges, changed.Version));
        var seen = (await office.SendAsync<GetConference>(new { id = published.Id })).As<ConferenceResponse>();
        Assert.Equal("Fachtag vor der Änderung", seen.Title);
    }

    [Fact]
    public async Task Wants_to_know_which_version_it_replaces()
    {
        var office = await world.AppAsync("office");
        var created = await office.CreatedAsync(ConferenceDrafts.Body());
        await office.ChangedAsync(created.Id, ConferenceDrafts.Body("Fachtag der Schnelleren"));

        var blind = await office.SendAsync<ChangeConference>(new { id = created.Id }, ConferenceDrafts.Body());
        var late = await office.SendAsync<ChangeConference>(new { id = created.Id }, ConferenceDrafts.Body(), null, ("If-Match", "\"1\""));

        blind.Refused(HttpStatusCode.PreconditionRequired, "if-match-missing");
        late.Refused(HttpStatusCode.PreconditionFailed, "edited-meanwhile");
        Assert.Equal("\"2\"", late.ETag);
        Assert.Equal("Fachtag der Schnelleren", (await office.SendAsync<GetOwnConference>(new { id = created.Id })).As<OwnConferenceResponse>().Title);
    }

    [Fact]
    public async Task A_session_outside_the_conference_changes_nothing()
    {
        var office = await world.AppAsync("office");
        var created = await office.CreatedAsync(ConferenceDrafts.Body());
        var body = ConferenceDrafts.Body() with { Ends = "2031-06-12T11:00" };

        var answer = await office.SendAsync<ChangeConference>(new { id = created.Id }, body, null, ("If-Match", "\"1\""));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/sessions/1/ends", "/sessions/2/ends"], answer.Pointers);
        Assert.Equal(1, (await office.SendAsync<GetOwnConference>(new { id = created.Id })).As<OwnConferenceResponse>().Version);
    }
}
