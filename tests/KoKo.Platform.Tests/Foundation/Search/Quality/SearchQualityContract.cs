using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>How well an engine finds what people look for. A subclass says how one is opened, empty.</summary>
public abstract class SearchQualityContract : IAsyncDisposable
{
    private static readonly string[] Audiences = [Audience.Public, Audience.Network];

    /// <summary>As the configuration names it; committed levels and the report go by it.</summary>
    private protected abstract string Engine { get; }

    private protected abstract Task<ISearchIndex> OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>One test, so that the library is indexed once; the report tells each query.</summary>
    [Fact]
    public async Task Finds_what_people_look_for_as_well_as_is_committed()
    {
        var index = await OpenAsync();
        await index.RebuildAsync(JudgedLibrary.Documents.ToAsyncEnumerable(), position: 1, TestContext.Current.CancellationToken);
        List<JudgedAnswer> answers = [];
        foreach (var query in JudgedQuery.All)
        {
            answers.Add(await AskAsync(index, query));
        }

        var report = SearchQualityReport.Of(Engine, answers);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, $"search-quality-{Engine}.txt"), report, TestContext.Current.CancellationToken);

        var levels = CommittedLevel.Of(Engine);
        Assert.Empty(levels.Where(level => Of(level.Half).Average(answer => answer.Recall) < level.Recall || Of(level.Half).Average(answer => answer.Ndcg) < level.Ndcg));

        IEnumerable<JudgedAnswer> Of(string half) => answers.Where(answer => answer.Query.Half == half);
    }

    private static async Task<JudgedAnswer> AskAsync(ISearchIndex index, JudgedQuery query)
    {
        var results = await index.SearchAsync(
            Audiences,
            new SearchQuery { Text = query.Text, Limit = RankingMeasures.Depth, Highlight = false },
            TestContext.Current.CancellationToken);
        return new JudgedAnswer(query, [.. results.Hits.Select(hit => JudgedLibrary.NameOf(hit.ItemId))]);
    }
}
