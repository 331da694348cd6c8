using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network;

public partial class SearchNetworkTests
{
    // what a change may take to reach the index is two seconds; a machine that builds beside the tests gets more
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Another_tenant_finds_a_published_practice_in_other_words_within_two_seconds()
    {
        var (word, practice) = await PublishAsync("Konflikt um den Windpark");
        var krefeld = await world.AppAsync("krefeld");

        foreach (var text in (string[])["Windparkkonflikt", "Konflikte", "Windprak", "windparks"])
        {
            var found = await EventuallyAsync(krefeld, $"{text} {word}", total: 1);

            var hit = Assert.Single(found.Items);
            Assert.Equal((practice.Id, "practice", $"/v1/library/{practice.Id}", $"/bibliothek/{practice.Id}"), (hit.Id, hit.Kind, hit.Url, hit.PageUrl));
            Assert.False(found.Relaxed);
        }
    }

    [Fact]
    public async Task Marks_what_matched()
    {
        var (word, _) = await PublishAsync("Konflikt um den Windpark");

        var found = await EventuallyAsync(await world.AppAsync("krefeld"), $"Windparkkonflikt {word}", total: 1);

        Assert.Equal(["Konflikt", "Windpark", word], Assert.Single(found.Items).Title.Where(part => part.IsMatch).Select(part => part.Text));
    }

    [Fact]
    public async Task Nobody_outside_the_audience_finds_it()
    {
        var (word, _) = await PublishAsync("Lärm");
        await EventuallyAsync(await world.AppAsync("krefeld"), word, total: 1);

        var found = await AskAsync(world.Anonymous, word);

        Assert.Empty(found.Items);
        Assert.Equal(0, found.Total);
        Assert.Empty(found.Facets);
    }

    [Fact]
    public async Task Everybody_finds_what_is_public_without_the_words_of_the_richer_row()
    {
        var word = Word();
        var duisburg = await world.AppAsync("duisburg");
        var content = PracticeCast.Complete with { Title = $"Lärm {word}", ContactFunction = $"Stelle {word}x", Contributors = [] };
        var practice = await duisburg.PublishedAsync(content, "public", "network");

        var anonymous = await EventuallyAsync(world.Anonymous, word, total: 1);

        Assert.Equal(practice.Id, Assert.Single(anonymous.Items).Id);
        Assert.Equal(1, (await AskAsync(await world.AppAsync("krefeld"), word)).Total);
    }

    [Fact]
    public async Task Nobody_finds_a_draft()
    {
        var (word, _) = await PublishAsync("Lärm");
        var duisburg = await world.AppAsync("duisburg");
        await duisburg.CreateAsync(PracticeCast.Complete with { Title = $"Entwurf Lärm {word}" });
        await EventuallyAsync(duisburg, word, total: 1);

        Assert.Empty((await AskAsync(duisburg, $"Entwurf {word}")).Items.Where(hit => hit.Title.Any(part => part.Text.Contains("Entwurf", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task What_is_withdrawn_is_gone_at_once()
    {
        var (word, practice) = await PublishAsync("Lärm");
        var krefeld = await world.AppAsync("krefeld");
        await EventuallyAsync(krefeld, word, total: 1);

        var answer = await (await world.AppAsync("duisburg")).SendAsync<WithdrawPractice>(new { id = practice.Id });

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Empty((await AskAsync(krefeld, word)).Items);
        await EventuallyGoneAsync("network", word);
    }

    [Fact]
    public async Task Filters_by_codes_and_counts_the_others_as_if_it_did_not()
    {
        var word = Word();
        await PublishAsync("Lärm", word, topics: ["nightlife_noise"]);
        await PublishAsync("Lärm", word, topics: ["religion", "neighbourhood"]);
        var krefeld = await world.AppAsync("krefeld");
        await EventuallyAsync(krefeld, word, total: 2);

        var found = (await krefeld.SendAsync<SearchNetwork>(query: new { q = word, topic = "religion", kind = "practice" })).As<SearchNetworkResponse>();

        Assert.Equal(1, found.Total);
        var topics = found.Facets.Single(facet => facet.Name == "topic").Values.ToDictionary(value => value.Code, value => value.Count);
        Assert.Equal(new Dictionary<string, int> { ["nightlife_noise"] = 1, ["religion"] = 1, ["neighbourhood"] = 1 }, topics);
        Assert.Equal(
            [
                "kind", "practiceKind", "topic", "method", "conflictLevel", "conflictType", "partyType", "resultStatus", "municipalityType", "populationClass",
                "landKey", "costBand", "duration", "language",
            ],
            found.Facets.Select(facet => facet.Name));
    }

    [Fact]
    public async Task Names_facets_in_the_language_of_the_caller()
    {
        var (word, _) = await PublishAsync("Lärm");
        var krefeld = await world.AppAsync("krefeld");
        await EventuallyAsync(krefeld, word, total: 1);

        var english = (await krefeld.SendAsync<SearchNetwork>(query: new { q = word }, headers: ("Accept-Language", "en"))).As<SearchNetworkResponse>();
        var german = await AskAsync(krefeld, word);

        Assert.Equal("Practice", english.Facets[0].Values[0].Label);
        Assert.Equal("Praxisbeispiel", german.Facets[0].Values[0].Label);
    }

    [Fact]
    public async Task Fills_a_page_up_from_what_follows_a_dropped_hit_and_pages_on()
    {
        var word = Word();
        List<Guid> published = [];
        for (var number = 0; number < 3; number++)
        {
            published.Add((await PublishAsync("Lärm", word)).Practice.Id);
        }

        var krefeld = await world.AppAsync("krefeld");
        await EventuallyAsync(krefeld, word, total: 3);
        await IndexAsync($"{word} Lärm", "network");
        await IndexAsync($"{word} Lärm", "public");

        var first = (await krefeld.SendAsync<SearchNetwork>(query: new { q = word, limit = 2 })).As<SearchNetworkResponse>();
        var second = (await krefeld.SendAsync<SearchNetwork>(query: new { q = word, limit = 2, cursor = first.NextCursor })).As<SearchNetworkResponse>();

        Assert.Equal((2, 1), (first.Items.Count, second.Items.Count));
        Assert.Equal(published.Order(), first.Items.Concat(second.Items).Select(hit => hit.Id).Order());
        Assert.Null(second.NextCursor);
    }

    [Fact]
    public async Task Refuses_the_cursor_of_another_text_or_another_tenant()
    {
        var krefeld = await world.AppAsync("krefeld");
        var cursor = (await krefeld.SendAsync<SearchNetwork>(query: new { limit = 1 })).As<SearchNetworkResponse>().NextCursor;
        Assert.NotNull(cursor);

        (await krefeld.SendAsync<SearchNetwork>(query: new { q = "Lärm", cursor })).Refused(HttpStatusCode.BadRequest, "invalid-cursor");
        (await (await world.AppAsync("bonn")).SendAsync<SearchNetwork>(query: new { cursor })).Refused(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    private async Task<(string Word, PracticeResponse Practice)> PublishAsync(string title, string? word = null, IReadOnlyList<string>? topics = null)
    {
        word ??= Word();
        var content = PracticeCast.Complete with { Title = $"{title} {word}", Topics = topics ?? PracticeCast.Complete.Topics };
        return (word, await (await world.AppAsync("duisburg")).PublishedAsync(content));
    }

    private static async Task<SearchNetworkResponse> AskAsync(ApiClient caller, string text) =>
        (await caller.SendAsync<SearchNetwork>(query: new { q = text })).As<SearchNetworkResponse>();

    private static async Task<SearchNetworkResponse> EventuallyAsync(ApiClient caller, string text, int total)
    {
        var end = TimeProvider.System.GetUtcNow() + Promise;
        var found = await AskAsync(caller, text);
        while (found.Total != total && TimeProvider.System.GetUtcNow() < end)
        {
            await Task.Delay(50, Stop);
            found = await AskAsync(caller, text);
        }

        Assert.Equal(total, found.Total);
        return found;
    }

    private async Task EventuallyGoneAsync(string audience, string text)
    {
        var end = TimeProvider.System.GetUtcNow() + Promise;
        var query = new SearchQuery { Text = text };
        while ((await Index.SearchAsync([audience], query, Stop)).Total > 0 && TimeProvider.System.GetUtcNow() < end)
        {
            await Task.Delay(50, Stop);
        }

        Assert.Equal(0, (await Index.SearchAsync([audience], query, Stop)).Total);
    }
}
