namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>The hand-written files beside this one.</summary>
internal static class QualityFile
{
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(QualityFile).Assembly.GetManifestResourceStream(typeof(QualityFile), name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
