using System.Net;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences;

/// <summary>Another tenant's working copy is answered like a random id, in every operation on it.</summary>
public sealed class OwnConferenceIsolationTests(PlatformWorld world)
{
    [Fact]
    public async Task A_foreign_id_is_a_random_id()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var foreign = (await office.PublishedAsync(ConferenceDrafts.Body())).Id;

        Assert.Equal(await AnswersAsync(hamm, Guid.NewGuid()), await AnswersAsync(hamm, foreign));
        Assert.Equal(ConferenceState.Published, (await office.SendAsync<GetOwnConference>(new { id = foreign })).As<OwnConferenceResponse>().State);
    }

    [Fact]
    public async Task Lists_only_the_own_in_pages()
    {
        var olpe = await world.AppAsync("kreis-olpe");
        foreach (var day in new[] { "11", "12", "13" })
        {
            await olpe.CreatedAsync(ConferenceDrafts.Body($"Fachtag am {day}.") with { Starts = $"2031-05-{day}T09:00", Ends = $"2031-05-{day}T17:00", RegistrationCloses = null, Sessions = [] });
        }

        var first = (await olpe.SendAsync<ListOwnConferences>(query: new { limit = 2 })).As<Page<OwnConferenceEntryResponse>>();
        var second = (await olpe.SendAsync<ListOwnConferences>(query: new { limit = 2, cursor = first.NextCursor })).As<Page<OwnConferenceEntryResponse>>();

        Assert.Equal(["Fachtag am 13.", "Fachtag am 12."], first.Items.Select(item => item.Title));
        Assert.Equal(["Fachtag am 11."], second.Items.Select(item => item.Title));
        Assert.Null(second.NextCursor);
    }

    [Fact]
    public async Task A_cursor_of_somebody_else_is_refused()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var cursor = (await office.SendAsync<ListOwnConferences>(query: new { limit = 1 })).As<Page<OwnConferenceEntryResponse>>().NextCursor;

        (await hamm.SendAsync<ListOwnConferences>(query: new { cursor })).Refused(HttpStatusCode.BadRequest, "invalid-cursor");
        (await office.SendAsync<ListOwnConferences>(query: new { limit = 101 })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    private static async Task<List<(HttpStatusCode, string)>> AnswersAsync(ApiClient client, Guid id)
    {
        ApiAnswer[] answers =
        [
            await client.SendAsync<GetOwnConference>(new { id }),
            await client.SendAsync<ChangeConference>(new { id }, ConferenceDrafts.Body(), null, ("If-Match", "\"1\"")),
            await client.SendAsync<PublishConference>(new { id }),
            await client.SendAsync<WithdrawConference>(new { id }),
            await client.SendAsync<ListRegistrations>(new { id }),
        ];
        Assert.All(answers, answer => answer.Refused(HttpStatusCode.NotFound, "not-found"));
        return [.. answers.Select(answer => (answer.Status, answer.Body))];
    }
}
