using System.Globalization;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Benchmarks;

/// <summary>
/// What the platform costs around its search: a signed-in search through the whole stack (token, tenant, audiences, database
/// check, OpenAPI shape) against the same query in a bare handler, in turns, over the same documents in the same process.
/// </summary>
internal static class SearchComparison
{
    public const int PageSize = 20;

    private const int Documents = 5_000;

    private const string Slug = "krefeld";
    private const int Rounds = 8;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    private static readonly string[] Texts =
    [
        "Unterkunft", "Unterkünfte", "Flüchtlingsunterkumft", "Windparkkonflikt", "Konflikt um den Windpark", "Nachtlärm", "Mediator*innen",
        "runder Tisch Verkehr", "Schule Eltern", "Jugendliche Park Lärm", "Bürgerbeteiligung", "Moschee",
    ];

    public static async Task RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await using var platform = new PlatformUnderLoad();
        var index = platform.Services.GetRequiredService<ISearchIndex>();
        var audiences = await Corpus.AudiencesAsync(platform.Services, Slug, cancellationToken);
        await Corpus.FillAsync(platform.Services, Documents, cancellationToken);
        await using var bare = await BareSearch.StartAsync(index, audiences, cancellationToken);
        using var signedIn = await platform.SignedInAsync(Slug, cancellationToken);
        using var plain = Load.Client(bare.Address);
        Uri[] platformPaths = [.. Texts.Select(text => new Uri($"/v1/search?q={Uri.EscapeDataString(text)}&limit={PageSize}", UriKind.Relative))];
        Uri[] barePaths = [.. Texts.Select(text => new Uri($"/?q={Uri.EscapeDataString(text)}", UriKind.Relative))];

        await Load.RunAsync(plain, barePaths, WarmUp, cancellationToken);
        await Load.RunAsync(signedIn, platformPaths, WarmUp, cancellationToken);
        List<double> bareTimes = [];
        List<double> platformTimes = [];
        for (var round = 0; round < Rounds; round++)
        {
            bareTimes.AddRange(await Load.RunAsync(plain, barePaths, Round, cancellationToken));
            platformTimes.AddRange(await Load.RunAsync(signedIn, platformPaths, Round, cancellationToken));
        }

        var total = (await index.SearchAsync(audiences, new SearchQuery { Limit = 1 }, cancellationToken)).Total;
        await output.WriteLineAsync($"{total} documents, {Texts.Length} queries in turn, {Rounds} rounds of {Round.TotalSeconds:0} s each, {Environment.ProcessorCount} cores");
        await WriteAsync(output, "bare handler", bareTimes);
        await WriteAsync(output, "platform, signed in", platformTimes);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"ratio                  median {At(platformTimes, .5) / At(bareTimes, .5):0.00}   p99 {At(platformTimes, .99) / At(bareTimes, .99):0.00}"));
    }

    private static Task WriteAsync(TextWriter output, string name, List<double> times) => output.WriteLineAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-20}   median {At(times, .5),6:0.00} ms   p99 {At(times, .99),6:0.00} ms   {times.Count / (Rounds * Round.TotalSeconds),6:0} per second"));

    private static double At(List<double> times, double part)
    {
        times.Sort();
        return times[(int)(part * (times.Count - 1))];
    }
}
