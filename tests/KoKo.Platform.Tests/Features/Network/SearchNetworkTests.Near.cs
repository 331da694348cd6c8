using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Tests.Features.Library;

namespace KoKo.Platform.Tests.Features.Network;

public partial class SearchNetworkTests
{
    [Fact]
    public async Task Says_what_was_meant()
    {
        var (word, _) = await PublishAsync("Streit um die Kläranlage");
        var krefeld = await world.AppAsync("krefeld");
        await EventuallyAsync(krefeld, word, total: 1);

        Assert.Equal($"Kläranlage {word}", (await AskAsync(krefeld, $"Klärnalage {word}")).DidYouMean);
        Assert.Null((await AskAsync(krefeld, $"Kläranlagen {word}")).DidYouMean);
    }

    [Fact]
    public async Task Says_no_word_of_a_hit_that_the_database_does_not_show()
    {
        var word = Word();
        await IndexAsync($"{word} Kläranlage", "public");

        var found = await AskAsync(world.Anonymous, $"{word} Klärnalage");

        Assert.Null(found.DidYouMean);
        Assert.Null(found.Near);
    }

    [Fact]
    public async Task An_empty_answer_offers_what_the_text_finds_without_the_filters()
    {
        var (word, practice) = await PublishAsync("Lärm");
        var krefeld = await world.AppAsync("krefeld");
        await EventuallyAsync(krefeld, word, total: 1);

        var found = (await krefeld.SendAsync<SearchNetwork>(query: new { q = word, topic = "religion", kind = "practice" })).As<SearchNetworkResponse>();

        Assert.Empty(found.Items);
        Assert.NotNull(found.Near);
        Assert.Equal((word, true, 1, false), (found.Near.Q, found.Near.WithoutFilters, found.Near.Total, found.Near.Relaxed));
        Assert.Equal(practice.Id, Assert.Single(found.Near.Items).Id);
    }

    [Fact]
    public async Task An_empty_answer_offers_what_the_words_find_without_quotation_marks_and_exclusions()
    {
        var (word, practice) = await PublishAsync("Runder Tisch am Hafen");
        var krefeld = await world.AppAsync("krefeld");
        await EventuallyAsync(krefeld, word, total: 1);

        var found = await AskAsync(krefeld, $"\"Tisch runder\" {word} -Hafen");

        Assert.Empty(found.Items);
        Assert.Equal(($"Tisch runder {word}", false), (found.Near?.Q, found.Near?.WithoutFilters));
        Assert.Equal(practice.Id, found.Near!.Items[0].Id);
    }

    [Fact]
    public async Task An_answer_with_hits_offers_nothing_near_and_an_empty_one_nothing_of_others()
    {
        var (word, _) = await PublishAsync("Lärm");
        var krefeld = await world.AppAsync("krefeld");

        Assert.Null((await EventuallyAsync(krefeld, word, total: 1)).Near);
        Assert.Null((await world.Anonymous.SendAsync<SearchNetwork>(query: new { q = word, topic = "religion" })).As<SearchNetworkResponse>().Near);
    }

    [Fact]
    public async Task Filters_and_counts_by_everything_that_tells_cases_apart()
    {
        var word = Word();
        var content = PracticeCast.Complete with { Title = $"Lärm {word}" };
        var duisburg = await world.AppAsync("duisburg");
        await duisburg.PublishedAsync(content);
        await duisburg.PublishedAsync(content with { Kind = "guide", ConflictTypes = ["value"], Parties = [new PracticeParty("religious_community", null)], MunicipalityType = "district", EndMonth = "2025-03" });
        var krefeld = await world.AppAsync("krefeld");
        await EventuallyAsync(krefeld, word, total: 2);

        object[] queries =
        [
            new { q = word, practiceKind = "guide" }, new { q = word, conflictType = "value" }, new { q = word, partyType = "religious_community" },
            new { q = word, municipalityType = "district" }, new { q = word, duration = "13_24" },
        ];
        foreach (var query in queries)
        {
            var found = (await krefeld.SendAsync<SearchNetwork>(query: query)).As<SearchNetworkResponse>();

            Assert.Equal(1, found.Total);
            var chosen = found.Facets.Single(facet => facet.Name == query.GetType().GetProperties()[1].Name);
            Assert.True(chosen.Values.Count > 1); // what was not chosen keeps its count
        }
    }

    [Fact]
    public async Task Sorts_by_title_and_pages_on_in_that_order()
    {
        var word = Word();
        foreach (var title in (string[])["Über Lärm", "Zum Lärm", "Uhren und Lärm"])
        {
            await PublishAsync(title, word);
        }

        var krefeld = await world.AppAsync("krefeld");
        await EventuallyAsync(krefeld, word, total: 3);

        var first = (await krefeld.SendAsync<SearchNetwork>(query: new { q = word, sort = "title", limit = 2 })).As<SearchNetworkResponse>();
        var second = (await krefeld.SendAsync<SearchNetwork>(query: new { q = word, sort = "title", limit = 2, cursor = first.NextCursor })).As<SearchNetworkResponse>();

        Assert.Equal(["Über", "Uhren", "Zum"], first.Items.Concat(second.Items).Select(hit => string.Concat(hit.Title.Select(part => part.Text)).Split(' ')[0]));
        (await krefeld.SendAsync<SearchNetwork>(query: new { q = word, cursor = first.NextCursor })).Refused(HttpStatusCode.BadRequest, "invalid-cursor");
    }
}
