using System.Diagnostics;
using System.Globalization;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Lucene;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Benchmarks;

/// <summary>
/// What more documents cost the index: the practices of the demo world again and again, each time under new ids, so that the
/// hits of a search grow as much as the library; and what a rebuild costs those who search meanwhile.
/// </summary>
internal static class GrowthComparison
{
    private const int Few = 6_000;
    private const int Many = 100_000;
    private const int Rounds = 40;

    private static readonly string[] Audiences = ["public", "network"];
    private static readonly string[] Texts =
    [
        "Unterkunft", "Flüchtlingsunterkunft", "Windpark Bürgerbeteiligung", "Nachtlärm", "runder Tisch Verkehr", "Moscheebua", "Mediatorin",
        "\"Tempo 30\"", "Was hilft gegen Lärm im Park?", "Schulstandort Zusammenlegung", "Bürgermeister Bedrohung", "Kita Platzvergabe",
    ];

    private static readonly DateTime Today = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var few = await RunAsync(Few, rebuilds: false, output, cancellationToken);
        var many = await RunAsync(Many, rebuilds: true, output, cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{(double)Many / Few:0.0} times the documents: {many / few:0.0} times the median"));
    }

    private static async Task<double> RunAsync(int documents, bool rebuilds, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("koko-growth-").FullName;
        try
        {
            using var index = new LuceneSearchIndex(folder, GermanWords.Curated);
            var took = await RebuildAsync(index, documents, cancellationToken);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{documents} documents indexed in {took:0} s, {documents / took:0} a second"));
            await AskAsync(index, () => false, cancellationToken); // warms up
            var quiet = await AskAsync(index, () => false, cancellationToken);
            await output.WriteLineAsync($"{quiet}");
            if (rebuilds)
            {
                var rebuild = Task.Run(() => RebuildAsync(index, documents, cancellationToken), cancellationToken);
                var busy = await AskAsync(index, () => !rebuild.IsCompleted, cancellationToken);
                var again = await rebuild;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{busy}\nrebuilt in {again:0} s; meanwhile p99 {busy.P99 / quiet.P99:0.0} times"));
            }

            return quiet.Median;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> RebuildAsync(LuceneSearchIndex index, int documents, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        await index.RebuildAsync(Documents(documents).ToAsyncEnumerable(), position: 1, cancellationToken);
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static async Task<Durations> AskAsync(LuceneSearchIndex index, Func<bool> goesOn, CancellationToken cancellationToken)
    {
        List<double> times = [];
        for (var round = 0; round < Rounds || goesOn(); round++)
        {
            foreach (var text in Texts)
            {
                var begin = Stopwatch.GetTimestamp();
                await index.SearchAsync(Audiences, new SearchQuery { Text = text, Limit = 10 }, cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }
        }

        var durations = new Durations("search, facets and highlights, no HTTP");
        durations.Add(times);
        return durations;
    }

    private static IEnumerable<SearchDocument> Documents(int count)
    {
        var files = DemoLibrary.Files().ToList();
        return Enumerable.Range(0, count).Select(number => PracticeSearchDocument.DocumentOf(
            DemoRelease.Of(files[number % files.Count], DemoIds.Of($"growth/{number}"), $"growth-{number}", Guid.Empty, Today.AddMinutes(-number)), Today));
    }
}
