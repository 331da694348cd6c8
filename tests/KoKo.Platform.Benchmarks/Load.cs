using System.Diagnostics;

namespace KoKo.Platform.Benchmarks;

/// <summary>Asks over real sockets for a while and keeps every duration.</summary>
internal static class Load
{
    public const int Clients = 2;

    public static HttpClient Client(Uri address, int clients = Clients) => new(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = address };

    public static async Task<IReadOnlyList<double>> RunAsync(HttpClient client, IReadOnlyList<Uri> paths, TimeSpan duration, CancellationToken cancellationToken, int clients = Clients)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var runs = Enumerable.Range(0, clients).Select(number => AskAsync(client, paths, number, end, cancellationToken));
        return [.. (await Task.WhenAll(runs)).SelectMany(durations => durations)];
    }

    private static async Task<List<double>> AskAsync(HttpClient client, IReadOnlyList<Uri> paths, int number, long end, CancellationToken cancellationToken)
    {
        List<double> milliseconds = [];
        for (var round = number; Stopwatch.GetTimestamp() < end; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(paths[round % paths.Count], cancellationToken);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            milliseconds.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return milliseconds;
    }
}
