using System.Globalization;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Lucene;

namespace KoKo.Platform.Benchmarks;

/// <summary>
/// How well an engine finds thousands of texts it was not tuned for: judged queries, and a thousand texts by their titles in
/// other words. It measures what is found, not how fast.
/// </summary>
internal static class TextsComparison
{
    private const int Depth = 10;
    private const int KnownItems = 1_000;
    private const int ShownFailures = 20;

    // another engine is another line here
    private static readonly (string Name, Func<string, Task<ISearchIndex>> Open)[] Engines =
        [(SearchOptions.Lucene, folder => Task.FromResult<ISearchIndex>(new LuceneSearchIndex(folder, GermanWords.Curated)))];

    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        if (await BenchText.ReadAsync(output, cancellationToken) is not { } texts)
        {
            return;
        }

        foreach (var (name, open) in Engines)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {texts.Count} texts"));
            await RunAsync(open, texts, output, cancellationToken);
        }
    }

    private static async Task RunAsync(Func<string, Task<ISearchIndex>> open, IReadOnlyList<BenchText> texts, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("koko-texts-").FullName;
        var index = await open(folder);
        try
        {
            await index.RebuildAsync(texts.Select(text => text.Document).ToAsyncEnumerable(), position: 1, cancellationToken);
            var search = new TextsSearch(index, texts, Depth);
            await JudgedAsync(search, output, cancellationToken);
            await KnownAsync(search, texts, output, cancellationToken);
        }
        finally
        {
            (index as IDisposable)?.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task JudgedAsync(TextsSearch search, TextWriter output, CancellationToken cancellationToken)
    {
        List<(TextsQuery Query, IReadOnlyList<BenchText> Found, double Recall)> answers = [];
        foreach (var query in TextsQuery.All)
        {
            var found = await search.FindAsync(query.Text, cancellationToken);
            answers.Add((query, found, (double)found.Count(text => query.Keys.Contains(text.Key)) / query.Keys.Count));
        }

        await WriteAsync(output, "judged queries", answers.Select(answer => answer.Recall));
        foreach (var kind in answers.GroupBy(answer => answer.Query.Kind))
        {
            await WriteAsync(output, $"  {kind.Key}", kind.Select(answer => answer.Recall));
        }

        foreach (var (query, found, _) in answers.Where(answer => answer.Recall < 1))
        {
            await output.WriteLineAsync($"    {query.Kind}: {query.Text}   missing {string.Join(", ", query.Keys.Except(found.Select(text => text.Key)))}   on top {string.Join(", ", found.Take(3).Select(text => text.Key))}");
        }
    }

    private static async Task KnownAsync(TextsSearch search, IReadOnlyList<BenchText> texts, TextWriter output, CancellationToken cancellationToken)
    {
        (string Name, Func<string, string> Say)[] ways = [("known, inflected", KnownItem.Inflected), ("known, split or joined", KnownItem.SplitOrJoined)];
        var sample = texts.Where((_, number) => number % Math.Max(1, texts.Count / KnownItems) == 0).Take(KnownItems).ToList();
        foreach (var (name, say) in ways)
        {
            List<(BenchText Text, string Query, bool Found)> answers = [];
            foreach (var text in sample)
            {
                // many texts are called the same; any that is asked for in the same words will do
                var query = say(text.Title);
                var found = await search.FindAsync(query, cancellationToken);
                answers.Add((text, query, found.Any(hit => say(hit.Title) == query)));
            }

            await WriteAsync(output, name, answers.Select(answer => answer.Found ? 1.0 : 0.0));
            foreach (var (text, query, _) in answers.Where(answer => !answer.Found).Take(ShownFailures))
            {
                await output.WriteLineAsync($"    {query}   missing {text.Key}");
            }
        }
    }

    private static Task WriteAsync(TextWriter output, string name, IEnumerable<double> recalls)
    {
        var list = recalls.ToList();
        return output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {list.Count,5} queries   recall@10 {list.Average():0.000}"));
    }
}
