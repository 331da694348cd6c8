using System.Globalization;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Benchmarks;

/// <summary>How long one key stroke takes: the suggestions for every beginning of some texts, index and database check, without HTTP.</summary>
internal static class SuggestionSpeed
{
    private const int Documents = 5_000;
    private const int Rounds = 10;

    private static readonly string[] Texts = ["Unterkunft für Geflüchtete", "Windparkkonflikt", "Nachtlärm am Brunnenplatz", "Moscheebua", "runder Tisch Verkehr", "Streit um den Spielplatz"];

    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var platform = new PlatformUnderLoad();
        await Corpus.FillAsync(platform.Services, Documents, cancellationToken);
        await using var scope = await platform.Services.GetRequiredService<TenantScopes>()
            .OpenAsync(new Owner(OwnerKind.Tenant, DemoIds.Tenant("krefeld")), cancellationToken);
        var search = scope.ServiceProvider.GetRequiredService<NetworkSearch>();
        List<double> times = [];
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var text in Texts.SelectMany(text => Enumerable.Range(1, text.Length).Select(length => text[..length])))
            {
                var start = TimeProvider.System.GetTimestamp();
                await search.SuggestAsync(new SuggestSearchRequest { Q = text }, cancellationToken);
                if (round > 0) // the first warms up
                {
                    times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        times.Sort();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Documents} documents, {times.Count} key strokes: median {times[times.Count / 2]:0.00} ms   p99 {times[(int)(times.Count * .99)]:0.00} ms"));
    }
}
