using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Library;

public sealed class CreatePracticeTests(PlatformWorld world)
{
    public static TheoryData<string, string, string, string> BrokenRules => new()
    {
        { "title", "\"kurz\"", "/title", "length" },
        { "title", "\"Zwei\\nZeilen in einem Titel\"", "/title", "one-line" },
        { "summary", "\"Zu kurz.\"", "/summary", "length" },
        { "kind", "\"story\"", "/kind", "unknown-code" },
        { "language", "\"tlh\"", "/language", "unknown-code" },
        { "topics", "[\"weather\"]", "/topics/0", "unknown-code" },
        { "topics", "[\"religion\",\"religion\"]", "/topics", "repeated" },
        { "topics", "[\"religion\",\"mobility\",\"neighbourhood\",\"safety_order\",\"school_daycare\",\"remembrance\"]", "/topics", "too-many" },
        { "topics", "[\"other\"]", "/topicOther", "topic-other" },
        { "topicOther", "\"Eigenes\"", "/topicOther", "topic-other" },
        { "escalationStart", "0", "/escalationStart", "inclusive-between" },
        { "escalationEnd", "10", "/escalationEnd", "inclusive-between" },
        { "escalationStart", "null", "/escalationEnd", "both-or-none" },
        { "escalationEnd", "null", "/escalationEnd", "both-or-none" },
        { "escalationStart", "4.5", "/escalationStart", "wrong-type" },
        { "escalationStart", "\"4\"", "/escalationStart", "wrong-type" },
        { "startMonth", "\"2023-13\"", "/startMonth", "month" },
        { "startMonth", "\"2023-04-31\"", "/startMonth", "month" },
        { "endMonth", "\"2023-03\"", "/endMonth", "end-before-start" },
        { "startMonth", "null", "/endMonth", "end-before-start" },
        { "ongoing", "true", "/endMonth", "ongoing-or-end" },
        { "landKey", "\"17\"", "/landKey", "unknown-code" },
        { "landKey", "\"5\"", "/landKey", "unknown-code" },
        { "populationClass", "\"13\"", "/populationClass", "unknown-code" },
        { "parties", "[{\"type\":\"king\",\"label\":null}]", "/parties/0/type", "unknown-code" },
        { "approach", "[{\"phase\":\"sleep\",\"text\":\"Text\"}]", "/approach/0/phase", "unknown-code" },
        { "approach", "[{\"phase\":null,\"text\":\"\"}]", "/approach/0/text", "not-empty" },
        { "obstacles", "[\"\"]", "/obstacles/0", "not-empty" },
        { "staffEffort", "{\"internalHours\":-1,\"externalDays\":0}", "/staffEffort/internalHours", "inclusive-between" },
        { "links", "[\"http://example.org\"]", "/links/0", "https-only" },
        { "links", "[\"javascript:alert(1)\"]", "/links/0", "https-only" },
        { "links", "[\"https://user:word@example.org\"]", "/links/0", "https-only" },
        { "license", "\"mine\"", "/license", "unknown-code" },
        { "anonymisationChecklist", "[\"luck\"]", "/anonymisationChecklist/0", "unknown-code" },
        { "context", "\"\\u0000\"", "/context", "control-character" },
        { "context", $"\"{new string('a', 6001)}\"", "/context", "maximum-length" },
        { "tenantId", "\"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\"", "/tenantId", "unknown-member" },
        { "state", "\"published\"", "/state", "unknown-member" },
        { "id", "\"6f9619ff-8b86-4d01-b42d-00cf4fc964ff\"", "/id", "unknown-member" },
    };

    [Fact]
    public async Task A_new_practice_is_a_draft_of_the_own_tenant()
    {
        var hamm = await world.AppAsync("hamm");

        var answer = await hamm.SendAsync<CreatePractice>(body: PracticeCast.Complete);

        var practice = answer.As<PracticeResponse>(HttpStatusCode.Created);
        Assert.Equal(($"/v1/practices/{practice.Id}", "\"1\""), (answer.Headers.Location?.ToString(), answer.ETag));
        Assert.Equal((PracticeState.Draft, 1, 0, null), (practice.State, practice.Version, practice.Revision, practice.PublishedRevision));
        Assert.Equivalent(PracticeCast.Complete, practice.Content, strict: true);
        Assert.Equal([(PracticeAction.Created, "demo-hamm")], practice.History.Select(entry => (entry.Action, entry.Actor)));
        Assert.Equal(4, practice.Id.Version);
    }

    [Fact]
    public async Task A_title_is_enough_for_a_draft_which_says_what_it_still_lacks()
    {
        var hamm = await world.AppAsync("hamm");

        var practice = await hamm.CreateAsync(new PracticeContent { Title = "Streit um die Turnhalle" });

        Assert.Equal($"streit-um-die-turnhalle-{practice.Id.ToString("N")[..6]}", practice.Slug);
        Assert.Contains("/obstacles", practice.MissingParts);
    }

    [Fact]
    public async Task The_same_request_sent_twice_with_one_key_creates_one_practice()
    {
        var unna = await world.AppAsync("unna");
        var content = PracticeCast.Complete with { Title = $"Einmal und nicht zweimal {Guid.NewGuid():N}" };
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await unna.SendAsync<CreatePractice>(null, content, null, key);
        var second = await unna.SendAsync<CreatePractice>(null, content, null, key);

        Assert.Equal(first.As<PracticeResponse>(HttpStatusCode.Created).Id, second.As<PracticeResponse>(HttpStatusCode.Created).Id);
        Assert.Equal(first.ETag, second.ETag);
        Assert.Equal(1, await world.InsideAsync("unna", db => db.Practices.CountAsync(practice => practice.Title == content.Title, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [MemberData(nameof(BrokenRules))]
    public async Task A_broken_rule_is_refused_where_it_stands(string member, string value, string place, string code)
    {
        var hamm = await world.AppAsync("hamm");
        var body = JsonSerializer.SerializeToNode(PracticeCast.Complete, ApiClient.Options)!.AsObject();
        body[member] = JsonNode.Parse(value);

        var answer = await hamm.SendAsync<CreatePractice>(body: body.ToJsonString());

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        var error = Assert.Single(answer.Json.GetProperty("errors").EnumerateArray());
        Assert.Equal((place, code), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task All_broken_rules_are_told_at_once()
    {
        var hamm = await world.AppAsync("hamm");

        var answer = await hamm.SendAsync<CreatePractice>(body: PracticeCast.Complete with { Title = "kurz", LandKey = "17", EscalationEnd = null });

        Assert.Equal(["/title", "/escalationEnd", "/landKey"], answer.Pointers);
    }

    [Fact]
    public async Task An_end_may_be_worse_than_the_beginning()
    {
        var hamm = await world.AppAsync("hamm");

        var practice = await hamm.CreateAsync(PracticeCast.Complete with { EscalationStart = 2, EscalationEnd = 7 });

        Assert.Equal((2, 7), (practice.Content.EscalationStart, practice.Content.EscalationEnd));
    }

    [Fact]
    public async Task Without_the_scope_or_a_token_nothing_is_created()
    {
        var reading = await world.AppAsync("hamm", "library:read");

        (await reading.SendAsync<CreatePractice>(body: PracticeCast.Complete)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await world.Anonymous.SendAsync<CreatePractice>(body: PracticeCast.Complete)).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }
}
