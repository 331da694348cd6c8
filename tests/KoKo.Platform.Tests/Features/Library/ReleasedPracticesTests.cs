using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Library;

public sealed class ReleasedPracticesTests(PlatformWorld world)
{
    [Fact]
    public async Task Another_tenant_reads_what_was_published_for_the_network_and_the_public_does_not()
    {
        var (bocholt, unna) = (await world.AppAsync("bocholt"), await world.AppAsync("unna"));
        var practice = await bocholt.PublishedAsync();

        var answer = await unna.SendAsync<GetReleasedPractice>(new { id = practice.Id });

        var released = answer.As<ReleasedPracticeResponse>();
        Assert.Equal((practice.Slug, 1, "\"1\""), (released.Slug, released.Revision, answer.ETag));
        Assert.Equal("Bocholt, Stadt", released.Publisher.Label);
        Assert.Equivalent(new ReleasedContent(PracticeCast.Complete), released.Content, strict: true);
        Assert.Equal((2023, 2023, 8), (released.Content.StartYear, released.Content.EndYear, released.Content.DurationMonths));
        (await world.Anonymous.SendAsync<GetReleasedPractice>(new { id = practice.Id })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_public_is_told_everything_but_contact_and_contributors()
    {
        var (bocholt, unna) = (await world.AppAsync("bocholt"), await world.AppAsync("unna"));
        var practice = await bocholt.PublishedAsync(null, "public", "network");
        var whole = new ReleasedContent(PracticeCast.Complete);

        var outside = (await world.Anonymous.SendAsync<GetReleasedPractice>(new { id = practice.Id })).As<ReleasedPracticeResponse>();
        var inside = (await unna.SendAsync<GetReleasedPractice>(new { id = practice.Id })).As<ReleasedPracticeResponse>();

        Assert.Equivalent(whole with { ContactFunction = null, Contributors = [] }, outside.Content, strict: true);
        Assert.Equivalent(whole, inside.Content, strict: true);
    }

    [Fact]
    public async Task What_was_checked_and_agreed_never_leaves_the_tenant()
    {
        var bocholt = await world.AppAsync("bocholt");
        var practice = await bocholt.PublishedAsync();

        var answer = await bocholt.SendAsync<GetReleasedPractice>(new { id = practice.Id });

        Assert.DoesNotContain("consentBasis", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("anonymisationChecklist", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_practice_for_a_district_is_read_there_only_and_listed_once()
    {
        var (duisburg, coesfeld, olpe) = (await world.AppAsync("duisburg"), await world.AppAsync("kreis-coesfeld"), await world.AppAsync("kreis-olpe"));
        var content = PracticeCast.Complete with { Topics = ["health_pandemic", "remembrance"] };
        var practice = await duisburg.PublishedAsync(content, "district:05558", "land:05");

        var items = await AllAsync(coesfeld, "remembrance");

        Assert.Single(items, item => item.Id == practice.Id);
        (await olpe.SendAsync<GetReleasedPractice>(new { id = practice.Id })).As<ReleasedPracticeResponse>();
        (await (await world.AppAsync("office")).SendAsync<GetReleasedPractice>(new { id = practice.Id })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Withdrawn_is_gone_for_those_who_could_see_it_and_was_never_there_for_others()
    {
        var (bocholt, unna) = (await world.AppAsync("bocholt"), await world.AppAsync("unna"));
        var practice = await bocholt.PublishedAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await bocholt.SendAsync<WithdrawPractice>(new { id = practice.Id })).Status);

        (await unna.SendAsync<GetReleasedPractice>(new { id = practice.Id })).Refused(HttpStatusCode.Gone, "withdrawn");
        (await world.Anonymous.SendAsync<GetReleasedPractice>(new { id = practice.Id })).Refused(HttpStatusCode.NotFound, "not-found");
        Assert.DoesNotContain(await AllAsync(unna, null), item => item.Id == practice.Id);
        Assert.Equal((PracticeState.Released, null), ((await bocholt.GetAsync(practice.Id)).State, (await bocholt.GetAsync(practice.Id)).PublishedRevision));
    }

    [Fact]
    public async Task A_narrower_publication_is_gone_for_the_public_and_can_be_widened_again()
    {
        var bocholt = await world.AppAsync("bocholt");
        var practice = await bocholt.PublishedAsync(null, "public", "network");

        await bocholt.PublishAsync(practice.Id, "network");
        var narrow = await world.Anonymous.SendAsync<GetReleasedPractice>(new { id = practice.Id });
        await bocholt.PublishAsync(practice.Id, "public", "network");
        var wide = await world.Anonymous.SendAsync<GetReleasedPractice>(new { id = practice.Id });

        narrow.Refused(HttpStatusCode.Gone, "withdrawn");
        Assert.Equal((HttpStatusCode.OK, "\"3\""), (wide.Status, wide.ETag));
    }

    [Fact]
    public async Task The_list_pages_through_a_topic_newest_first_and_each_practice_once()
    {
        var hamm = await world.AppAsync("hamm");

        var items = await AllAsync(hamm, "neighbourhood", limit: 3);

        Assert.NotEmpty(items);
        Assert.Equal(items.Select(item => item.Id).Distinct(), items.Select(item => item.Id));
        Assert.Equal(items.OrderByDescending(item => item.PublishedAt).Select(item => item.PublishedAt), items.Select(item => item.PublishedAt));
        Assert.All(items, item => Assert.Contains("neighbourhood", item.Topics));
    }

    [Fact]
    public async Task The_list_narrows_by_kind_and_refuses_what_it_does_not_know()
    {
        var guides = (await world.Anonymous.SendAsync<ListReleasedPractices>(query: new { kind = "guide" })).As<Page<ReleasedPracticeEntryResponse>>();

        Assert.NotEmpty(guides.Items);
        Assert.All(guides.Items, item => Assert.Equal("guide", item.Kind));
        (await world.Anonymous.SendAsync<ListReleasedPractices>(query: new { topic = "x\" OR 1=1" })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await world.Anonymous.SendAsync<ListReleasedPractices>(query: new { limit = 101 })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await world.Anonymous.SendAsync<ListReleasedPractices>(query: new { publisher = "duisburg" })).Refused(HttpStatusCode.BadRequest, "unknown-parameter");
        (await world.Anonymous.SendAsync<ListReleasedPractices>(query: new { cursor = "AAAA" })).Refused(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    internal static async Task<IReadOnlyList<ReleasedPracticeEntryResponse>> AllAsync(ApiClient client, string? topic, int limit = 100)
    {
        var items = new List<ReleasedPracticeEntryResponse>();
        string? cursor = null;
        do
        {
            var page = (await client.SendAsync<ListReleasedPractices>(query: new { topic, limit, cursor })).As<Page<ReleasedPracticeEntryResponse>>();
            items.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return items;
    }
}
