using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Library;

/// <summary>Every state and every step: what goes on, and what is refused without a change.</summary>
public sealed class PracticeStatesTests(PlatformWorld world)
{
    private const string Ok = "";

    private static readonly PracticeState[] States =
        [PracticeState.Draft, PracticeState.Submitted, PracticeState.ChangesRequested, PracticeState.Reviewed, PracticeState.Released, PracticeState.Published, PracticeState.Archived];

    // One column per state, in the order above.
    private static readonly Dictionary<string, string[]> Answers = new(StringComparer.Ordinal)
    {
        ["change"] = [Ok, "practice-in-review", Ok, Ok, Ok, Ok, "practice-archived"],
        ["submit"] = [Ok, "practice-not-submittable", Ok, "practice-not-submittable", "practice-not-submittable", "practice-not-submittable", "practice-not-submittable"],
        ["review"] = ["practice-not-submitted", Ok, "practice-not-submitted", "practice-not-submitted", "practice-not-submitted", "practice-not-submitted", "practice-not-submitted"],
        ["release"] = ["practice-not-reviewed", "practice-not-reviewed", "practice-not-reviewed", Ok, "practice-not-reviewed", "practice-not-reviewed", "practice-not-reviewed"],
        ["publish"] = ["practice-not-released", "practice-not-released", "practice-not-released", "practice-not-released", Ok, Ok, "practice-not-released"],
        ["withdraw"] = ["practice-not-published", "practice-not-published", "practice-not-published", "practice-not-published", "practice-not-published", Ok, "practice-not-published"],
        ["archive"] = [Ok, "practice-not-archivable", Ok, Ok, Ok, "practice-still-published", "practice-not-archivable"],
        ["remove"] = [Ok, "practice-was-submitted", "practice-was-submitted", "practice-was-submitted", "practice-was-submitted", "practice-was-submitted", "practice-was-submitted"],
    };

    private static readonly Dictionary<string, Func<PracticeState, PracticeState>> After = new(StringComparer.Ordinal)
    {
        ["change"] = before => before == PracticeState.ChangesRequested ? before : PracticeState.Draft,
        ["submit"] = _ => PracticeState.Submitted,
        ["review"] = _ => PracticeState.Reviewed,
        ["release"] = _ => PracticeState.Released,
        ["publish"] = _ => PracticeState.Published,
        ["withdraw"] = _ => PracticeState.Released,
        ["archive"] = _ => PracticeState.Archived,
    };

    public static TheoryData<string, PracticeState, string> Table =>
        new(Answers.SelectMany(row => row.Value.Select((answer, index) => (row.Key, States[index], answer))));

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Every_step_answers_in_every_state_as_the_table_says(string step, PracticeState state, string expected)
    {
        var krefeld = await world.AppAsync("krefeld");
        var before = await krefeld.InStateAsync(state);

        var answer = await SendAsync(krefeld, step, before);

        if (expected != Ok)
        {
            answer.Refused(HttpStatusCode.Conflict, expected);
            Assert.Equivalent(before, await krefeld.GetAsync(before.Id), strict: true);
            return;
        }

        Assert.True((int)answer.Status is 200 or 204, answer.Body);
        if (step == "remove")
        {
            (await krefeld.SendAsync<GetPractice>(new { id = before.Id })).Refused(HttpStatusCode.NotFound, "not-found");
            return;
        }

        var after = await krefeld.GetAsync(before.Id);
        Assert.Equal((After[step](state), before.Version + 1), (after.State, after.Version));
    }

    [Fact]
    public async Task A_draft_that_was_submitted_once_is_not_removed_any_more()
    {
        var krefeld = await world.AppAsync("krefeld");
        var practice = await krefeld.InStateAsync(PracticeState.Reviewed);
        await SendAsync(krefeld, "change", practice);

        var answer = await SendAsync(krefeld, "remove", practice);

        answer.Refused(HttpStatusCode.Conflict, "practice-was-submitted");
    }

    [Fact]
    public async Task A_published_practice_that_is_written_on_can_still_be_withdrawn_but_not_archived()
    {
        var krefeld = await world.AppAsync("krefeld");
        var practice = await krefeld.PublishedAsync();
        await SendAsync(krefeld, "change", practice);

        (await SendAsync(krefeld, "archive", practice)).Refused(HttpStatusCode.Conflict, "practice-still-published");
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(krefeld, "withdraw", practice)).Status);

        var after = await krefeld.GetAsync(practice.Id);
        Assert.Equal((PracticeState.Draft, null), (after.State, after.PublishedRevision));
    }

    private static Task<ApiAnswer> SendAsync(ApiClient client, string step, PracticeResponse practice)
    {
        var route = new { id = practice.Id };
        return step switch
        {
            "change" => client.SendAsync<ChangePractice>(route, practice.Content, null, ("If-Match", $"\"{practice.Version}\"")),
            "submit" => client.SendAsync<SubmitPractice>(route),
            "review" => client.SendAsync<ReviewPractice>(route, new { outcome = "approved" }),
            "release" => client.SendAsync<ReleasePractice>(route),
            "publish" => client.SendAsync<PublishPractice>(route, new { audiences = (List<string>)["network"] }),
            "withdraw" => client.SendAsync<WithdrawPractice>(route),
            "archive" => client.SendAsync<ArchivePractice>(route),
            _ => client.SendAsync<RemovePractice>(route),
        };
    }
}
