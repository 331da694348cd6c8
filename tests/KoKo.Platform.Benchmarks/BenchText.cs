using System.IO.Compression;
using System.Text.Json;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Benchmarks;

/// <summary>One of many texts that were not written for this platform; they show what the demo world is too small and too tidy for.</summary>
internal sealed record BenchText(string Key, string Title, string Body)
{
    public const string Audience = "public";

    /// <summary>Names the file: one JSON object with key, title and body a line, gzipped if its name ends so.</summary>
    private const string Variable = "KOKO_BENCH_TEXTS";

    public static string? FilePath => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    private static readonly DateTime At = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    public Guid Id { get; } = DemoIds.Of($"text/{Key}");

    public SearchDocument Document => new() { ItemId = Id, Kind = "practice", Audience = Audience, Title = Title, Body = Body, SortDate = At };

    /// <returns>Null where no file is named; the output says so.</returns>
    public static async Task<IReadOnlyList<BenchText>?> ReadAsync(TextWriter output, CancellationToken cancellationToken)
    {
        if (FilePath is not { } path)
        {
            await output.WriteLineAsync($"Left out: {Variable} names no file of texts (.jsonl or .jsonl.gz; key, title and body in each line).");
            return null;
        }

        await using var file = File.OpenRead(path);
        await using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        List<BenchText> texts = [];
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            texts.Add(JsonSerializer.Deserialize<BenchText>(line, JsonSerializerOptions.Web)!);
        }

        return texts;
    }
}
