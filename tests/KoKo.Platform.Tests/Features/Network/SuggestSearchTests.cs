using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Network;

public sealed class SuggestSearchTests(PlatformWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Suggests_titles_that_go_on_as_the_text_begins()
    {
        var (word, practice) = await PublishAsync();
        var krefeld = await world.AppAsync("krefeld");

        var suggestion = Assert.Single((await AskAsync(krefeld, $"Kläran {word[..20]}")).Items.Concat((await AskAsync(krefeld, word[..20])).Items).DistinctBy(item => item.Id));

        Assert.Equal((practice.Id, "practice", $"/v1/library/{practice.Id}", $"/bibliothek/{practice.Id}"), (suggestion.Id, suggestion.Kind, suggestion.Url, suggestion.PageUrl));
        Assert.Equal(word, Assert.Single(suggestion.Title, part => part.IsMatch).Text);
    }

    [Fact]
    public async Task Suggests_nothing_outside_the_audience_and_nothing_of_another_kind()
    {
        var (word, _) = await PublishAsync();

        Assert.Empty((await AskAsync(world.Anonymous, word)).Items);
        Assert.Empty((await (await world.AppAsync("krefeld")).SendAsync<SuggestSearch>(query: new { q = word, kind = "conference" })).As<SearchSuggestionsResponse>().Items);
    }

    [Fact]
    public async Task Suggests_nothing_that_the_database_does_not_show()
    {
        var (id, word) = (Guid.NewGuid(), "w" + Guid.NewGuid().ToString("N"));
        var index = world.Services.GetRequiredService<ISearchIndex>();
        var planted = new SearchDocument { ItemId = id, Kind = "practice", Audience = "public", Title = word, SortDate = DateTime.UnixEpoch };
        await index.UpdateAsync([new SearchChange("practice", id, [planted])], await index.GetPositionAsync(Stop), Stop);

        Assert.Empty((await AskAsync(world.Anonymous, word)).Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("title:*")]
    public async Task Suggests_nothing_for_what_is_no_word(string text)
    {
        var answer = await world.Anonymous.SendAsync<SuggestSearch>(query: new { q = text });

        Assert.True(answer.Status == HttpStatusCode.BadRequest || answer.As<SearchSuggestionsResponse>().Items.Count == 0, answer.Body);
    }

    [Fact]
    public async Task Refuses_too_much_and_unknown_kinds()
    {
        var answer = await world.Anonymous.SendAsync<SuggestSearch>(query: new { q = new string('a', 201), kind = "person", limit = 21 });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/kind/0", "/limit", "/q"], answer.Pointers.Order(StringComparer.Ordinal));
    }

    private async Task<(string Word, PracticeResponse Practice)> PublishAsync()
    {
        var word = "w" + Guid.NewGuid().ToString("N");
        var practice = await (await world.AppAsync("duisburg")).PublishedAsync(PracticeCast.Complete with { Title = $"Streit {word}" });
        await world.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(Stop);
        return (word, practice);
    }

    private static async Task<SearchSuggestionsResponse> AskAsync(ApiClient caller, string text) =>
        (await caller.SendAsync<SuggestSearch>(query: new { q = text })).As<SearchSuggestionsResponse>();
}
