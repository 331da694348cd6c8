namespace KoKo.Platform.Benchmarks;

/// <summary><c>dotnet run -c Release --project tests/KoKo.Platform.Benchmarks [-- NAME]</c> runs all of them, or one.</summary>
internal static class Measurement
{
    private static readonly Dictionary<string, Func<TextWriter, CancellationToken, Task>> All = new(StringComparer.Ordinal)
    {
        ["growth"] = GrowthComparison.RunAsync,
        ["meilisearch"] = MeilisearchComparison.RunAsync,
        ["neighbour"] = NoisyNeighbour.RunAsync,
        ["search"] = SearchComparison.RunAsync,
        ["suggestions"] = SuggestionSpeed.RunAsync,
        ["tenants"] = (output, cancellationToken) => OnPostgresAsync(TenantScaleComparison.RunAsync, output, cancellationToken),
        ["texts"] = TextsComparison.RunAsync,
        ["throughput"] = ThroughputComparison.RunAsync,
        ["walls"] = (output, cancellationToken) => OnPostgresAsync(RowLevelSecurityComparison.RunAsync, output, cancellationToken),
    };

    // named, because a Program of its own would hide the platform's
    public static async Task<int> Main(string[] args)
    {
        if (args.Except(All.Keys).Any())
        {
            await Console.Error.WriteLineAsync($"There are: {string.Join(", ", All.Keys)}.");
            return 2;
        }

        foreach (var (name, run) in All.Where(comparison => args.Length == 0 || args.Contains(comparison.Key)))
        {
            await Console.Out.WriteLineAsync($"\n== {name}");
            await run(Console.Out, CancellationToken.None);
        }

        return 0;
    }

    private static async Task OnPostgresAsync(Func<PostgresBench, string, TextWriter, CancellationToken, Task> run, TextWriter output, CancellationToken cancellationToken)
    {
        using var bench = await PostgresBench.StartAsync(output);
        if (bench is not null)
        {
            await run(bench, await bench.SeedAsync(cancellationToken), output, cancellationToken);
        }
    }
}
