using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Network;

public sealed class ExplainSearchTests(PlatformWorld world)
{
    private readonly string word = "w" + Guid.NewGuid().ToString("N");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_an_editor_the_place_of_a_hit_and_every_factor()
    {
        var well = await PublishAsync(PracticeCast.Complete with { EvaluationType = "scientific", Effect = "Die Beschwerden gingen zurück." });
        var badly = await PublishAsync(PracticeCast.Complete with { EvaluationType = null, Effect = null });
        var editor = await world.PersonAsync(Roles.Editor, "krefeld");

        var first = await AskAsync(editor, word, well.Id);
        var second = await AskAsync(editor, word, badly.Id);

        Assert.Equal((1, 2, 2), (first.Position, second.Position, first.Total));
        Assert.Equal((100, 60), (first.Quality, second.Quality));
        Assert.Equal([("evaluation", 30, 30), ("result", 10, 10), ("effect", 10, 10), ("freshness", 50, 50)], first.Factors.Select(factor => (factor.Name, factor.Points, factor.Most)));
        Assert.Equal([word], first.TitleWords);
        Assert.True(first.Score > second.Score);
    }

    [Fact]
    public async Task Tells_that_a_text_does_not_find_it()
    {
        var practice = await PublishAsync(PracticeCast.Complete);

        var explanation = await AskAsync(await world.PersonAsync(Roles.Editor, "krefeld"), "xyzzyplugh", practice.Id);

        Assert.Null(explanation.Position);
        Assert.Null(explanation.Score);
        Assert.Equal(4, explanation.Factors.Count);
    }

    [Fact]
    public async Task Knows_nothing_of_what_the_editor_does_not_see()
    {
        var hidden = await PublishAsync(PracticeCast.Complete, $"tenant:{Demo.DemoIds.Tenant("bonn")}");
        var editor = await world.PersonAsync(Roles.Editor, "krefeld");

        var answer = await editor.SendAsync<ExplainSearch>(query: new { q = word, itemId = hidden.Id });

        answer.Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Refuses_readers_and_an_empty_question()
    {
        (await (await world.PersonAsync(Roles.Reader, "krefeld")).SendAsync<ExplainSearch>(query: new { q = word, itemId = Guid.NewGuid() })).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await (await world.PersonAsync(Roles.Editor, "krefeld")).SendAsync<ExplainSearch>(query: new { q = "", itemId = Guid.NewGuid() })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    private async Task<PracticeResponse> PublishAsync(PracticeContent content, params string[] audiences)
    {
        var practice = await (await world.AppAsync("duisburg")).PublishedAsync(content with { Title = $"Streit {word}" }, audiences);
        await world.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(Stop);
        return practice;
    }

    private static async Task<SearchExplanationResponse> AskAsync(ApiClient editor, string text, Guid item) =>
        (await editor.SendAsync<ExplainSearch>(query: new { q = text, itemId = item })).As<SearchExplanationResponse>();
}
