using System.Globalization;
using System.Text.Json;

namespace KoKo.Platform.Benchmarks;

/// <summary>
/// What it costs a tenant that there are 11,000 others: its list and its get on a database with a few tenants and on one
/// with all of Germany's, each served by a process of its own, in turns. The tenants come from the CSV that
/// KOKO_BENCH_TENANTS names (columns key, level, name), or are made up.
/// </summary>
internal static class TenantScaleComparison
{
    private const string Slug = "krefeld";
    private const int Many = 11_000;
    private const int Rounds = 8;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(PostgresBench bench, string few, TextWriter output, CancellationToken cancellationToken)
    {
        var many = bench.CopyWith(few, Names());
        await using var small = await ServingProcess.StartAsync(bench.Settings(few), "Production", cancellationToken);
        await using var large = await ServingProcess.StartAsync(bench.Settings(many), "Production", cancellationToken);
        using var fromSmall = await PlatformUnderLoad.SignedInAsync(small.Address, Slug, cancellationToken);
        using var fromLarge = await PlatformUnderLoad.SignedInAsync(large.Address, Slug, cancellationToken);
        var list = new Uri("/v1/practices?limit=20", UriKind.Relative);
        Uri[] ofSmall = [.. await GetsAsync(fromSmall, list, cancellationToken)];
        Uri[] ofLarge = [.. await GetsAsync(fromLarge, list, cancellationToken)];
        Durations[] times = [new("list, few tenants"), new("list, 11,000 tenants"), new("get, few tenants"), new("get, 11,000 tenants")];
        for (var round = 0; round <= Rounds; round++)
        {
            IReadOnlyList<double>[] measured =
            [
                await Load.RunAsync(fromSmall, [list], Round, cancellationToken), await Load.RunAsync(fromLarge, [list], Round, cancellationToken),
                await Load.RunAsync(fromSmall, ofSmall, Round, cancellationToken), await Load.RunAsync(fromLarge, ofLarge, Round, cancellationToken),
            ];
            for (var side = 0; side < times.Length && round > 0; side++) // the first round warms up
            {
                times[side].Add(measured[side]);
            }
        }

        await output.WriteLineAsync($"{Many:N0} tenants with {PostgresBench.RowsPerTenant} practices each against the demo world's, {Rounds} rounds of {Round.TotalSeconds:0} s each");
        foreach (var side in times)
        {
            await output.WriteLineAsync(side.ToString());
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"ratio of medians: list {times[1].Median / times[0].Median:0.00}, get {times[3].Median / times[2].Median:0.00} (below 1.3); memory {small.Megabytes:0} MB and {large.Megabytes:0} MB, {large.Megabytes - small.Megabytes:+0;-0} MB (below 100)"));
    }

    private static async Task<IEnumerable<Uri>> GetsAsync(HttpClient client, Uri list, CancellationToken cancellationToken)
    {
        var page = await client.GetFromJsonAsync<JsonElement>(list, cancellationToken);
        return [.. page.GetProperty("items").EnumerateArray().Select(item => new Uri($"/v1/practices/{item.GetProperty("id").GetString()}", UriKind.Relative))];
    }

    private static IEnumerable<string> Names() => Environment.GetEnvironmentVariable("KOKO_BENCH_TENANTS") is { Length: > 0 } file
        ? File.ReadLines(file).Where(line => line.Contains(",gemeinde,", StringComparison.Ordinal)).Select(line => line.Split("\"")[3]).Take(Many)
        : Enumerable.Range(1, Many).Select(number => $"Gemeinde Nummer {number}");
}
