using System.Diagnostics;
using System.Globalization;
using KoKo.Platform.Features.Library.Import;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Benchmarks;

/// <summary>
/// How much of plain Lucene is left after German, facets, highlights, audiences, rights and the database's last word:
/// signed-in searches over thousands of imported texts against a bare handler with one plain query over the same texts, and
/// against Meilisearch alone where a server is named, in turns, all as fast as they answer.
/// </summary>
internal static class ThroughputComparison
{
    private const string Slug = "krefeld";
    private const int Rounds = 5;
    private const int Clients = 4;
    private const int Hits = 10;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        if (await BenchText.ReadAsync(output, cancellationToken) is not { } texts)
        {
            return;
        }

        await using var platform = new PlatformUnderLoad();
        await FillAsync(platform.Services, output, cancellationToken);
        await using var plain = await PlainLucene.StartAsync(texts, cancellationToken);
        using var signedIn = await platform.SignedInAsync(Slug, cancellationToken);
        using var bare = Load.Client(plain.Address, Clients);
        Uri[] asked = [.. TextsQuery.All.Select(query => new Uri($"/v1/search?q={Uri.EscapeDataString(query.Text)}&limit={Hits}", UriKind.Relative))];
        Uri[] plainly = [.. TextsQuery.All.Select(query => new Uri($"/?q={Uri.EscapeDataString(query.Text)}", UriKind.Relative))];
        var alone = await BenchMeilisearch.AloneAsync(texts, Clients, Hits, output, cancellationToken);
        var server = new Durations("Meilisearch alone, without German");
        var (left, right, half) = (new Durations("plain Lucene, bare handler"), new Durations("platform, signed in"), new Durations("platform, one client"));
        for (var round = 0; round <= Rounds; round++)
        {
            var of = (await Load.RunAsync(bare, plainly, Round, cancellationToken, Clients), await Load.RunAsync(signedIn, asked, Round, cancellationToken, Clients), await Load.RunAsync(signedIn, asked, Round, cancellationToken, clients: 1));
            var directly = alone is { } direct ? await Load.RunAsync(direct.Client, direct.Paths, Round, cancellationToken, Clients) : [];
            if (round > 0) // the first round warms up
            {
                server.Add(directly);
                left.Add(of.Item1);
                right.Add(of.Item2);
                half.Add(of.Item3);
            }
        }

        await output.WriteLineAsync(alone is null ? $"{left}\n{right}\n{half}" : $"{left}\n{server}\n{right}\n{half}");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{TextsQuery.All.Count} queries, {Clients} clients: throughput {(double)right.Count / left.Count:0.00} of plain Lucene's{(alone is null ? "" : $", {(double)right.Count / server.Count:0.00} of Meilisearch's alone")}; one client: p99 {half.P99 / half.Median:0.0} times the median, slowest {half.Most:0} ms"));
    }

    private static async Task FillAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var begin = Stopwatch.GetTimestamp();
        await ImportVerb.RunAsync(services, new ImportFile(BenchText.FilePath!), output, cancellationToken);
        await services.GetRequiredService<SearchIndexer>().CatchUpAsync(cancellationToken);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"imported, published and indexed in {Stopwatch.GetElapsedTime(begin).TotalSeconds:0} s"));
    }
}
