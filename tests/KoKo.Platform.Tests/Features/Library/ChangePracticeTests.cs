using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Library;

public sealed class ChangePracticeTests(PlatformWorld world)
{
    private static readonly PracticeContent Other = PracticeCast.Complete with { Title = "Ein anderer Titel für denselben Fall" };

    [Fact]
    public async Task A_change_replaces_the_whole_content()
    {
        var bonn = await world.AppAsync("bonn");
        var practice = await bonn.CreateAsync();
        var content = new PracticeContent { Title = "Nur noch ein Titel, sonst nichts" };

        var answer = await bonn.SendAsync<ChangePractice>(new { id = practice.Id }, content, null, ("If-Match", "\"1\""));

        Assert.Equivalent(content, answer.As<PracticeResponse>().Content, strict: true);
        Assert.Equal("\"2\"", answer.ETag);
        Assert.Equivalent(content, (await bonn.GetAsync(practice.Id)).Content, strict: true);
    }

    [Fact]
    public async Task A_change_must_say_which_version_it_means()
    {
        var bonn = await world.AppAsync("bonn");
        var practice = await bonn.CreateAsync();

        var answer = await bonn.SendAsync<ChangePractice>(new { id = practice.Id }, Other);

        answer.Refused(HttpStatusCode.PreconditionRequired, "if-match-missing");
        Assert.Equal("\"1\"", answer.ETag);
        Assert.Equivalent(practice, await bonn.GetAsync(practice.Id), strict: true);
    }

    [Fact]
    public async Task Of_two_people_who_edit_the_second_is_told()
    {
        var bonn = await world.AppAsync("bonn");
        var practice = await bonn.CreateAsync();
        (await bonn.SendAsync<ChangePractice>(new { id = practice.Id }, Other, null, ("If-Match", "\"1\""))).As<PracticeResponse>();

        var answer = await bonn.SendAsync<ChangePractice>(new { id = practice.Id }, PracticeCast.Complete, null, ("If-Match", "\"1\""));

        answer.Refused(HttpStatusCode.PreconditionFailed, "edited-meanwhile");
        Assert.Equal("\"2\"", answer.ETag);
        Assert.Equal(Other.Title, (await bonn.GetAsync(practice.Id)).Content.Title);
    }

    [Fact]
    public async Task The_library_keeps_showing_what_was_published_until_the_next_publication()
    {
        var bonn = await world.AppAsync("bonn");
        var practice = await bonn.PublishedAsync();
        var route = new { id = practice.Id };

        var changed = (await bonn.SendAsync<ChangePractice>(route, Other, null, ("If-Match", $"\"{practice.Version}\""))).As<PracticeResponse>();
        var meanwhile = (await bonn.SendAsync<GetReleasedPractice>(route)).As<ReleasedPracticeResponse>();
        await bonn.SendAsync<SubmitPractice>(route);
        await bonn.SendAsync<ReviewPractice>(route, new { outcome = "approved" });
        await bonn.SendAsync<ReleasePractice>(route);
        await bonn.PublishAsync(practice.Id);
        var afterwards = (await bonn.SendAsync<GetReleasedPractice>(route)).As<ReleasedPracticeResponse>();

        Assert.Equal((PracticeState.Draft, 1), (changed.State, changed.PublishedRevision));
        Assert.Equal((PracticeCast.Complete.Title, 1), (meanwhile.Content.Title, meanwhile.Revision));
        Assert.Equal((Other.Title, 2), (afterwards.Content.Title, afterwards.Revision));
        Assert.Equal((meanwhile.PublishedAt, meanwhile.Slug), (afterwards.PublishedAt, afterwards.Slug));
    }

    [Fact]
    public async Task Every_submission_is_kept_as_it_was()
    {
        var bonn = await world.AppAsync("bonn");
        var practice = await bonn.InStateAsync(PracticeState.ChangesRequested);
        var route = new { id = practice.Id };
        await bonn.SendAsync<ChangePractice>(route, Other, null, ("If-Match", $"\"{practice.Version}\""));
        await bonn.SendAsync<SubmitPractice>(route);

        var revisions = (await bonn.SendAsync<ListPracticeRevisions>(route)).As<List<PracticeRevisionEntryResponse>>();
        var first = (await bonn.SendAsync<GetPracticeRevision>(new { id = practice.Id, number = 1 })).As<PracticeRevisionResponse>();

        Assert.Equal([(2, "demo-bonn"), (1, "demo-bonn")], revisions.Select(revision => (revision.Number, revision.SubmittedBy)));
        Assert.Equivalent(PracticeCast.Complete, first.Content, strict: true);
        (await bonn.SendAsync<GetPracticeRevision>(new { id = practice.Id, number = 3 })).Refused(HttpStatusCode.NotFound, "not-found");
    }
}
