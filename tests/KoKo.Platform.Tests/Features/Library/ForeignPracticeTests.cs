using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Library;

/// <summary>A working copy of another tenant is not there, whatever is asked about it.</summary>
public sealed class ForeignPracticeTests(PlatformWorld world)
{
    private static readonly (string, string) Match = ("If-Match", "\"1\"");

    internal static IReadOnlyDictionary<string, Func<ApiClient, Guid, Task<ApiAnswer>>> Attempts { get; } =
        new Dictionary<string, Func<ApiClient, Guid, Task<ApiAnswer>>>(StringComparer.Ordinal)
        {
            [nameof(GetPractice)] = (client, id) => client.SendAsync<GetPractice>(new { id }),
            [nameof(ListPracticeRevisions)] = (client, id) => client.SendAsync<ListPracticeRevisions>(new { id }),
            [nameof(GetPracticeRevision)] = (client, id) => client.SendAsync<GetPracticeRevision>(new { id, number = 1 }),
            [nameof(ChangePractice)] = (client, id) => client.SendAsync<ChangePractice>(new { id }, PracticeCast.Complete, null, Match),
            [nameof(RemovePractice)] = (client, id) => client.SendAsync<RemovePractice>(new { id }),
            [nameof(SubmitPractice)] = (client, id) => client.SendAsync<SubmitPractice>(new { id }),
            [nameof(ReviewPractice)] = (client, id) => client.SendAsync<ReviewPractice>(new { id }, new { outcome = "approved" }),
            [nameof(ReleasePractice)] = (client, id) => client.SendAsync<ReleasePractice>(new { id }),
            [nameof(PublishPractice)] = (client, id) => client.SendAsync<PublishPractice>(new { id }, new { audiences = (List<string>)["network"] }),
            [nameof(WithdrawPractice)] = (client, id) => client.SendAsync<WithdrawPractice>(new { id }),
            [nameof(ArchivePractice)] = (client, id) => client.SendAsync<ArchivePractice>(new { id }),
            [nameof(GetReleasedPractice)] = (client, id) => client.SendAsync<GetReleasedPractice>(new { id }),
        };

    public static TheoryData<string, PracticeState> Every =>
        new(Attempts.Keys.SelectMany(attempt => new[] { (attempt, PracticeState.Draft), (attempt, PracticeState.Submitted), (attempt, PracticeState.Released) }));

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Anothers_practice_answers_like_a_random_id_and_stays_as_it_was(string attempt, PracticeState state)
    {
        var (soest, dueren) = (await world.AppAsync("soest"), await world.AppAsync("dueren"));
        var practice = await soest.InStateAsync(state);

        var foreign = await Attempts[attempt](dueren, practice.Id);
        var random = await Attempts[attempt](dueren, Guid.NewGuid());

        foreign.Refused(HttpStatusCode.NotFound, "not-found");
        Assert.Equal((random.Status, random.Body, random.ETag), (foreign.Status, foreign.Body, foreign.ETag));
        Assert.Equivalent(practice, await soest.GetAsync(practice.Id), strict: true);
    }

    [Fact]
    public async Task A_list_holds_the_own_practices_only_page_by_page()
    {
        var olpe = await world.AppAsync("kreis-olpe");
        var mine = new List<Guid>();
        for (var number = 0; number < 3; number++)
        {
            mine.Add((await olpe.CreateAsync()).Id);
        }

        await (await world.AppAsync("soest")).CreateAsync();

        var first = (await olpe.SendAsync<ListPractices>(query: new { limit = 2 })).As<Page<PracticeEntryResponse>>();
        var second = (await olpe.SendAsync<ListPractices>(query: new { limit = 2, cursor = first.NextCursor })).As<Page<PracticeEntryResponse>>();

        Assert.Equal(mine.Order(), first.Items.Concat(second.Items).Select(practice => practice.Id).Order());
        Assert.Null(second.NextCursor);
        Assert.Empty((await olpe.SendAsync<ListPractices>(query: new { state = "archived" })).As<Page<PracticeEntryResponse>>().Items);
    }

    [Fact]
    public async Task A_cursor_of_another_tenant_is_refused()
    {
        var office = await world.AppAsync("office");
        var page = (await office.SendAsync<ListPractices>(query: new { limit = 1 })).As<Page<PracticeEntryResponse>>();

        var answer = await (await world.AppAsync("dueren")).SendAsync<ListPractices>(query: new { cursor = page.NextCursor });

        answer.Refused(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task Working_copies_are_for_members()
    {
        (await world.Anonymous.SendAsync<ListPractices>()).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        (await world.Anonymous.SendAsync<GetPractice>(new { id = Guid.NewGuid() })).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }
}
