using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.Foundation.Web;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Library;

public sealed class ListSimilarPracticesTests(PlatformWorld world)
{
    // a pattern that nothing else in the world has
    private static readonly PracticeContent Rare = PracticeCast.Complete with
    {
        Topics = ["remembrance", "structural_change", "extremism_threats"],
        ConflictTypes = ["value"],
        PopulationClass = "50",
        MunicipalityType = "municipality",
        SpatialType = "sparse",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_the_most_similar_first_with_what_both_have()
    {
        var self = await PublishAsync(Rare);
        var same = await PublishAsync(Rare);
        var less = await PublishAsync(Rare with { Topics = ["remembrance", "structural_change"], PopulationClass = "11", LandKey = "09" });

        var similar = await AskAsync(self);

        Assert.DoesNotContain(similar, item => item.Practice.Id == self.Id);
        Assert.True(PlaceOf(similar, same) < PlaceOf(similar, less));
        var reasons = similar[PlaceOf(similar, less)].Reasons.ToDictionary(reason => reason.Facet, StringComparer.Ordinal);
        Assert.Equal(["remembrance", "structural_change"], reasons["topic"].Codes.Order(StringComparer.Ordinal));
        Assert.Equal(["conflictLevel", "conflictType", "method", "municipalityType", "partyType", "spatialType", "topic"], reasons.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Konfliktart: Werte", reasons["conflictType"].Label);
        Assert.Equal("topic", similar[PlaceOf(similar, less)].Reasons[0].Facet);
    }

    [Fact]
    public async Task Never_lists_what_the_caller_may_not_see()
    {
        var self = await PublishAsync(Rare, "public", "network");
        var hidden = await PublishAsync(Rare, $"tenant:{DemoIds.Tenant("bonn")}");

        Assert.DoesNotContain(await AskAsync(self, world.Anonymous), item => item.Practice.Id == hidden.Id);
        Assert.DoesNotContain(await AskAsync(self), item => item.Practice.Id == hidden.Id);
        Assert.Contains(await AskAsync(self, await world.AppAsync("bonn")), item => item.Practice.Id == hidden.Id);
    }

    [Fact]
    public async Task A_hidden_place_is_no_reason()
    {
        var self = await PublishAsync(Rare);
        var hidden = await PublishAsync(Rare with { AnonymisationLevel = "place_coarsened", LandKey = "05", PopulationClass = "11" });

        var reasons = (await AskAsync(self)).Single(item => item.Practice.Id == hidden.Id).Reasons.Select(reason => reason.Facet);
        var backward = (await AskAsync(hidden)).Single(item => item.Practice.Id == self.Id).Reasons.Select(reason => reason.Facet);

        Assert.Equal(["conflictLevel", "conflictType", "landKey", "method", "partyType", "topic"], reasons.Order(StringComparer.Ordinal));
        Assert.Equal(reasons, backward);
    }

    [Fact]
    public async Task A_comparable_Kommune_alone_is_no_similar_case()
    {
        var self = await PublishAsync(Rare);
        var other = await PublishAsync(Rare with { Topics = ["religion"], ConflictTypes = ["interest"] });

        Assert.DoesNotContain(await AskAsync(self), item => item.Practice.Id == other.Id);
    }

    [Fact]
    public async Task Lists_nothing_that_was_withdrawn()
    {
        var (self, gone) = (await PublishAsync(Rare), await PublishAsync(Rare));

        await (await world.AppAsync("duisburg")).SendAsync<WithdrawPractice>(new { id = gone.Id });

        Assert.DoesNotContain(await AskAsync(self), item => item.Practice.Id == gone.Id);
        (await (await world.AppAsync("krefeld")).SendAsync<ListSimilarPractices>(new { id = gone.Id })).Refused(HttpStatusCode.Gone, "withdrawn");
    }

    [Fact]
    public async Task Answers_404_for_what_the_caller_does_not_see_and_422_for_too_many()
    {
        var hidden = await PublishAsync(Rare);

        (await world.Anonymous.SendAsync<ListSimilarPractices>(new { id = hidden.Id })).Refused(HttpStatusCode.NotFound, "not-found");
        (await (await world.AppAsync("krefeld")).SendAsync<ListSimilarPractices>(new { id = hidden.Id }, query: new { limit = 21 })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    [Fact]
    public async Task The_page_of_a_practice_shows_similar_ones_with_the_reasons_in_words()
    {
        var self = await PublishAsync(Rare with { Topics = ["structural_change"] }, "public", "network");
        var other = await PublishAsync(Rare with { Topics = ["structural_change"] }, "public", "network");

        var page = await world.PageAsync($"/bibliothek/{self.Id}");

        var section = page.QuerySelector("section[aria-labelledby=aehnliche-faelle]")!;
        Assert.Equal("Ähnliche Fälle", section.QuerySelector("h2")!.TextContent);
        var hit = section.QuerySelectorAll(".koko-result").Single(result => result.QuerySelector("a")!.GetAttribute("href") == $"/bibliothek/{other.Id}");
        var reasons = (await AskAsync(self, world.Anonymous)).Single(item => item.Practice.Id == other.Id).Reasons.Select(reason => reason.Label).ToList();
        Assert.Contains("Konfliktart: Werte", reasons);
        Assert.All(reasons.Take(3), reason => Assert.Contains(reason, hit.TextContent, StringComparison.Ordinal));
    }

    private async Task<PracticeResponse> PublishAsync(PracticeContent content, params string[] audiences)
    {
        var practice = await (await world.AppAsync("duisburg")).PublishedAsync(content, audiences);
        await world.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(Stop);
        return practice;
    }

    private async Task<IReadOnlyList<SimilarPracticeResponse>> AskAsync(PracticeResponse practice, ApiClient? caller = null)
    {
        var answer = await (caller ?? await world.AppAsync("krefeld")).SendAsync<ListSimilarPractices>(new { id = practice.Id }, query: new { limit = 20 });
        return answer.As<SimilarPracticesResponse>().Items;
    }

    private static int PlaceOf(IReadOnlyList<SimilarPracticeResponse> similar, PracticeResponse practice) =>
        similar.Select(item => item.Practice.Id).ToList().IndexOf(practice.Id);
}
