using System.Diagnostics;
using System.Globalization;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Meilisearch;

namespace KoKo.Platform.Benchmarks;

/// <summary>
/// What our index adds to Meilisearch: filling it against loading the same prepared rows at once, in turns, and how long the
/// judged queries take.
/// </summary>
internal static class MeilisearchComparison
{
    private const int Rounds = 3;
    private const int RowsAtOnce = 1_000;

    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        if (await BenchMeilisearch.OptionsAsync(output) is not { } options)
        {
            return;
        }

        if (await BenchText.ReadAsync(output, cancellationToken) is not { } texts)
        {
            return;
        }

        var client = BenchMeilisearch.Client(options);
        using var index = new MeilisearchSearchIndex(client, options, new WriterTurns(scopes: null), GermanWords.Curated);
        await using var turn = await index.TakeTurnAsync(cancellationToken);
        await FillAsync(index, client, texts, output, cancellationToken);
        await AskAsync(index, output, cancellationToken);
    }

    private static async Task FillAsync(MeilisearchSearchIndex index, MeilisearchClient client, IReadOnlyList<BenchText> texts, TextWriter output, CancellationToken cancellationToken)
    {
        using var analyzer = new MunicipalAnalyzer(GermanWords.Curated);
        var prepared = new PreparedText(analyzer, new Synonyms(analyzer));
        var rows = texts.Select(text => PreparedRow.Of(text.Document, prepared)).ToList();
        var (ours, bulk) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            bulk = Math.Min(bulk, await TimeAsync(() => BenchMeilisearch.LoadAsync(client, "koko_bulk", MeilisearchSettings.ToJson(GermanWords.Curated), rows, RowsAtOnce, cancellationToken)));
            ours = Math.Min(ours, await TimeAsync(() => index.RebuildAsync(texts.Select(text => text.Document).ToAsyncEnumerable(), position: 1, cancellationToken)));
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Count} texts: prepared rows at once {rows.Count / bulk:0} a second, our index with preparing and swapping {rows.Count / ours:0} a second, {bulk / ours:0.00} of it"));
    }

    private static async Task AskAsync(MeilisearchSearchIndex index, TextWriter output, CancellationToken cancellationToken)
    {
        var durations = new Durations("judged queries, facets and highlights");
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var query in TextsQuery.All)
            {
                var took = 1000 * await TimeAsync(() => index.SearchAsync([BenchText.Audience], new() { Text = query.Text, Limit = 10 }, cancellationToken));
                if (round > 0) // the first warms up
                {
                    durations.Add([took]);
                }
            }
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{durations}   slowest {durations.Most:0} ms"));
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var begin = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}
