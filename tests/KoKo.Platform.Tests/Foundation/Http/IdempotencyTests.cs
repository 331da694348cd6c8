using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Foundation.Http;

public sealed class IdempotencyTests(PlatformWorld world)
{
    [Fact]
    public async Task A_retry_gets_the_first_answer()
    {
        var (client, key, body) = (await world.AppAsync("hamm"), Key(), new { title = Title() });

        var first = await client.SendAsync<CreatePractice>(body: body, headers: key);
        var second = await client.SendAsync<CreatePractice>(body: body, headers: key);

        Assert.Equal((HttpStatusCode.Created, first.Body, first.ETag, first.Headers.Location), (second.Status, second.Body, second.ETag, second.Headers.Location));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(1, await CountAsync("hamm", body.title));
    }

    [Fact]
    public async Task Many_at_once_create_one()
    {
        var (client, key, body) = (await world.AppAsync("hamm"), Key(), new { title = Title() });

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.SendAsync<CreatePractice>(body: body, headers: key)));

        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Equal(1, await CountAsync("hamm", body.title));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var (client, key) = (await world.AppAsync("hamm"), Key());
        var other = Title();
        await client.SendAsync<CreatePractice>(body: new { title = Title() }, headers: key);

        var answer = await client.SendAsync<CreatePractice>(body: new { title = other }, headers: key);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal(0, await CountAsync("hamm", other));
    }

    [Fact]
    public async Task Another_tenant_with_the_same_key_is_a_request_of_its_own()
    {
        var (key, body) = (Key(), new { title = Title() });

        var first = (await (await world.AppAsync("hamm")).SendAsync<CreatePractice>(body: body, headers: key)).As<PracticeResponse>(HttpStatusCode.Created);
        var second = (await (await world.AppAsync("soest")).SendAsync<CreatePractice>(body: body, headers: key)).As<PracticeResponse>(HttpStatusCode.Created);

        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_refused_request_leaves_nothing_and_may_be_sent_again()
    {
        var (client, key) = (await world.AppAsync("hamm"), Key());
        var title = Title();

        var refused = await client.SendAsync<CreatePractice>(body: new { title, escalationStart = 10, escalationEnd = 1 }, headers: key);
        var accepted = await client.SendAsync<CreatePractice>(body: new { title }, headers: key);

        refused.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(HttpStatusCode.Created, accepted.Status);
        Assert.Equal(1, await CountAsync("hamm", title));
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        var answer = await (await world.AppAsync("hamm")).SendAsync<CreatePractice>(body: new { title = Title() }, headers: ("Idempotency-Key", new string('k', 256)));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    private static (string, string) Key() => ("Idempotency-Key", Guid.NewGuid().ToString());

    private static string Title() => $"Nachtruhe am Platz {Guid.NewGuid()}";

    private Task<int> CountAsync(string slug, string title) =>
        world.InsideAsync(slug, db => db.Practices.CountAsync(practice => practice.Title == title, TestContext.Current.CancellationToken));
}
