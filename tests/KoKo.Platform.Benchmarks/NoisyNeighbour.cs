using System.Globalization;
using System.Text.Json;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Text;

namespace KoKo.Platform.Benchmarks;

/// <summary>
/// What a tenant feels of another that floods the platform: it reads one practice of its own, again and again, alone and
/// while the other asks for lists and searches as fast as it gets answers. Who floods runs on the same cores as the platform,
/// so that a part of what is felt is the flood's own making.
/// </summary>
internal static class NoisyNeighbour
{
    private const string Loud = "duisburg";
    private const string Quiet = "krefeld";
    private const int Flooding = 64;
    private const int Rounds = 8;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    private static readonly Uri[] Flood =
        [.. ((string[])["/v1/practices", "/v1/search?q=Unterkunft", "/v1/library?limit=50", "/v1/search?q=Windpark&limit=50"]).Select(path => new Uri(path, UriKind.Relative))];

    private static readonly (string Name, Dictionary<string, string> Settings)[] Variants =
    [
        ("without turns", new() { ["Limits:Concurrent"] = "100000" }),
        ("as installed", []),
    ];

    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"one tenant reads a practice; another floods with {Flooding} requests at a time from the same {Environment.ProcessorCount} cores; {Rounds} rounds of {Round.TotalSeconds:0} s each");
        foreach (var (name, settings) in Variants)
        {
            await using var platform = await ServingProcess.StartAsync(settings, "Development", cancellationToken);
            await MeasureAsync(platform.Address, name, output, cancellationToken);
        }
    }

    private static async Task MeasureAsync(Uri address, string name, TextWriter output, CancellationToken cancellationToken)
    {
        using var quiet = await PlatformUnderLoad.SignedInAsync(address, Quiet, cancellationToken);
        using var loud = await PlatformUnderLoad.SignedInAsync(address, Loud, cancellationToken, Flooding);
        Uri[] own = [await OwnPracticeAsync(quiet, cancellationToken)];
        var (alone, beside, answers) = (new Durations($"{name}, alone"), new Durations($"{name}, beside the flood"), 0);
        for (var round = 0; round <= Rounds; round++)
        {
            var before = await Load.RunAsync(quiet, own, Round, cancellationToken, clients: 1);
            var flood = Load.RunAsync(loud, Flood, Round, cancellationToken, Flooding);
            var during = await Load.RunAsync(quiet, own, Round, cancellationToken, clients: 1);
            var flooded = await flood;
            if (round > 0) // the first round warms up
            {
                alone.Add(before);
                beside.Add(during);
                answers += flooded.Count;
            }
        }

        await output.WriteLineAsync($"{alone}\n{beside}");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: ratio of the medians {beside.Median / alone.Median:0.00}, of the p99 {beside.P99 / alone.P99:0.00}; the flood got {answers / (Rounds * Round.TotalSeconds):0} answers per second"));
    }

    private static async Task<Uri> OwnPracticeAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var content = new PracticeContent { Title = "Nachtruhe am Brunnenplatz: Absprachen statt Anzeigen", Summary = "Anwohnende und Gaststätten eines Platzes fanden nach drei Runden am Tisch eine Absprache." };
        var options = new JsonSerializerOptions();
        Json.BeStrict(options);
        using var answer = await client.PostAsJsonAsync(new Uri("/v1/practices", UriKind.Relative), content, options, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return answer.Headers.Location!;
    }
}
