using System.Text.Json;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Search;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>What stands in no row that A may see is in no hit, no count, no facet and no highlight of A.</summary>
[Collection(IsolationProof.Name)]
public sealed class SearchIsolationTests(IsolationWorld isolation)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ISearchIndex Index => isolation.Platform.Services.GetRequiredService<ISearchIndex>();

    [Fact]
    public async Task B_finds_its_own_words_and_A_finds_what_B_shows()
    {
        Assert.True(TotalOf(await AskAsync(isolation.B.Canary, isolation.B.Callers[0])) > 2);
        Assert.True(TotalOf(await AskAsync(isolation.B.Shared, isolation.A.Callers[0])) > 0);
    }

    [Fact]
    public async Task Words_of_B_alone_are_words_of_nobody_to_A()
    {
        await isolation.SettleAsync(); // what A wrote before must not reach the index between a question and its oracle
        foreach (var caller in isolation.A.Callers)
        {
            var wordOfNobody = new Identifier(Shape.Word, "word", isolation.B.Canary).Random(isolation.B.Canary);
            foreach (var word in new[] { isolation.B.Canary, $"\"{isolation.B.Canary}\"", isolation.B.Canary[..^1], $"-{isolation.B.Canary}" })
            {
                var asked = await AskAsync(word, caller);
                var oracle = await AskAsync(word.Replace(isolation.B.Canary[..^1], wordOfNobody[..^1], StringComparison.Ordinal), caller);

                Assert.Null(asked.DifferenceTo(oracle));
                Assert.False(asked.Contains(isolation.B.Canary), asked.Body);
                IsolationRecord.Count("search", "index", word, caller.Name);
            }
        }
    }

    [Fact]
    public async Task A_document_planted_for_B_or_without_a_row_is_shown_to_nobody_of_A()
    {
        var position = await Index.GetPositionAsync(Cancel);
        var (foreign, forged) = (Planted(isolation.B.Audience), Planted(Audience.Public));
        await Index.UpdateAsync([new SearchChange(foreign.Kind, foreign.ItemId, [foreign]), new SearchChange(forged.Kind, forged.ItemId, [forged])], position, Cancel);
        try
        {
            var direct = await Index.SearchAsync(isolation.A.Callers[0].Audiences, new SearchQuery { Text = isolation.B.Canary }, Cancel);
            Assert.Equal([forged.ItemId], direct.Hits.Select(hit => hit.ItemId)); // so that what follows is the database's doing
            foreach (var caller in isolation.A.Callers)
            {
                var answer = await AskAsync(isolation.B.Canary, caller);

                Assert.Equal(0, TotalOf(answer));
                Assert.False(answer.Contains(isolation.B.Canary), answer.Body);
                Assert.False(answer.Contains(forged.ItemId.ToString()), answer.Body);
                IsolationRecord.Count("search", "planted documents", forged.Audience, caller.Name);
            }
        }
        finally
        {
            await Index.UpdateAsync([new SearchChange(foreign.Kind, foreign.ItemId, []), new SearchChange(forged.Kind, forged.ItemId, [])], position, Cancel);
        }
    }

    private SearchDocument Planted(string audience) => new()
    {
        ItemId = Guid.NewGuid(),
        Kind = isolation.Platform.Sources(source => source.Kind)[0],
        Audience = audience,
        Title = isolation.B.Says("untergeschoben"),
        Summary = isolation.B.Says("untergeschoben"),
        Facets = new Dictionary<string, IReadOnlyList<string>> { ["topic"] = ["neighbourhood"] },
        SortDate = DateTime.UnixEpoch,
    };

    private async Task<Answer> AskAsync(string text, Caller caller)
    {
        var search = isolation.Document.Operations.Single(operation => operation.Name == "SearchNetwork");
        return (await isolation.SendAsync(new ProbeCall(search, new Dictionary<string, string>()).WithQuery("q", text), caller.Token)).About("");
    }

    private static int TotalOf(Answer answer) => JsonDocument.Parse(answer.Body).RootElement.GetProperty("total").GetInt32();
}
