namespace KoKo.Platform.Benchmarks;

/// <summary>A query over the texts and the keys of those that answer it, judged by hand before anybody tried it.</summary>
internal sealed record TextsQuery(string Kind, string Text, IReadOnlyList<string> Keys)
{
    public static IReadOnlyList<TextsQuery> All { get; } = [.. Read()];

    private static IEnumerable<TextsQuery> Read()
    {
        using var stream = typeof(TextsQuery).Assembly.GetManifestResourceStream(typeof(TextsQuery), "texts-queries.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                var columns = line.Split('\t');
                yield return new TextsQuery(columns[0], columns[1], columns[2].Split(' '));
            }
        }
    }
}
