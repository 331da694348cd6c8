using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Library;

/// <summary>Somebody reads a text and decides; another changes it in between, and brings it back to the same state.</summary>
public sealed class StalePracticeTests(PlatformWorld world)
{
    public static TheoryData<PracticeState> Decisions => [PracticeState.Submitted, PracticeState.Reviewed, PracticeState.Released];

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task Refuses_a_decision_about_a_text_that_has_changed(PracticeState state)
    {
        var krefeld = await world.AppAsync("krefeld");
        var read = await krefeld.InStateAsync(state);
        var now = await RewriteAsync(krefeld, read);

        var answer = await DecideAsync(krefeld, now, ("If-Match", $"\"{read.Version}\""));

        answer.Refused(HttpStatusCode.PreconditionFailed, "edited-meanwhile");
        Assert.Equal($"\"{now.Version}\"", answer.ETag);
        Assert.Equivalent(now, await krefeld.GetAsync(read.Id), strict: true);
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task Takes_a_decision_about_the_text_as_it_was_read(PracticeState state)
    {
        var krefeld = await world.AppAsync("krefeld");
        var read = await krefeld.InStateAsync(state);

        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(krefeld, read, ("If-Match", $"\"{read.Version}\""))).Status);

        Assert.Equal((state + (state == PracticeState.Submitted ? 2 : 1), read.Version + 1), ((await krefeld.GetAsync(read.Id)).State, (await krefeld.GetAsync(read.Id)).Version));
    }

    [Theory]
    [InlineData(PracticeState.Submitted, Roles.Reviewer, "pruefen", "outcome", "Approved")]
    [InlineData(PracticeState.Reviewed, Roles.Releaser, "freigeben", "", "")]
    [InlineData(PracticeState.Released, Roles.Releaser, "veroeffentlichen", "audience", "network")]
    public async Task A_page_that_shows_an_older_text_decides_nothing(PracticeState state, Roles role, string form, string field, string value)
    {
        var guetersloh = await world.AppAsync("guetersloh");
        using var person = await world.HubAsync(role, "guetersloh");
        var read = await guetersloh.InStateAsync(state);
        var page = await person.GetAsync($"/praxisbeispiele/{read.Id}");
        var now = await RewriteAsync(guetersloh, read);
        (string, string?)[] fields = field.Length > 0 ? [(field, value)] : [];

        var stale = await person.SubmitAsync(page, form, fields);

        Assert.Contains("Inzwischen hat jemand anderes das geändert.", stale.Text, StringComparison.Ordinal);
        Assert.Contains("Ganz anders.", stale.Text, StringComparison.Ordinal);
        Assert.Equivalent(now, await guetersloh.GetAsync(read.Id), strict: true);

        var again = await person.SubmitAsync(stale, form, fields);
        Assert.True(again.Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, again.Text);
        Assert.Equal(now.Version + 1, (await guetersloh.GetAsync(read.Id)).Version);
    }

    /// <summary>Another text in the same state: sent back if it is in review, written, and brought back.</summary>
    private static async Task<PracticeResponse> RewriteAsync(ApiClient client, PracticeResponse practice)
    {
        var route = new { id = practice.Id };
        if (practice.State == PracticeState.Submitted)
        {
            practice = (await client.SendAsync<ReviewPractice>(route, new { outcome = "changes-requested", comment = "Bitte kürzen." })).As<PracticeResponse>();
        }

        var target = practice.State;
        practice = (await client.SendAsync<ChangePractice>(route, practice.Content with { Lessons = "Ganz anders." }, null, ("If-Match", $"\"{practice.Version}\""))).As<PracticeResponse>();
        practice = (await client.SendAsync<SubmitPractice>(route)).As<PracticeResponse>();
        while (target is PracticeState.Reviewed or PracticeState.Released && practice.State != target)
        {
            practice = (await DecideAsync(client, practice)).As<PracticeResponse>();
        }

        return practice;
    }

    private static Task<ApiAnswer> DecideAsync(ApiClient client, PracticeResponse practice, params (string Name, string Value)[] headers)
    {
        var route = new { id = practice.Id };
        return practice.State switch
        {
            PracticeState.Submitted => client.SendAsync<ReviewPractice>(route, new { outcome = "approved" }, null, headers),
            PracticeState.Reviewed => client.SendAsync<ReleasePractice>(route, null, null, headers),
            _ => client.SendAsync<PublishPractice>(route, new { audiences = (List<string>)["network"] }, null, headers),
        };
    }
}
