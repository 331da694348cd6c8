namespace KoKo.Platform.IsolationProof;

/// <summary>
/// <c>dotnet run --project tests/KoKo.Platform.IsolationProof</c>: runs the proof that no tenant sees another on both
/// providers, takes each wall out of a copy of the sources in turn and demands that its tests fail, and writes
/// deploy/ISOLATION.md from what happened. Takes about half an hour.
/// </summary>
internal static class Proof
{
    private const string Page = "deploy/ISOLATION.md";

    public static async Task<int> Main(string[] args)
    {
        var root = Root();
        using var copy = await SourceCopy.MakeAsync(root);
        var record = args.Length == 0 ? await RecordAsync(copy) : [];
        if (record is null)
        {
            return 1;
        }

        var standing = 0;
        foreach (var wall in Walls.All.Where(wall => args.Length == 0 || wall.Name.Contains(args[0], StringComparison.OrdinalIgnoreCase)))
        {
            var failed = await FailuresWithoutAsync(copy, wall);
            var unnoticed = wall.Red.Where(test => !failed.Contains(Wall.MethodOf(test))).ToList();
            Console.WriteLine($"{(unnoticed.Count == 0 ? "noticed" : "NOT NOTICED")}: {wall.Name}\n  {string.Join("\n  ", unnoticed.Count == 0 ? failed.Order(StringComparer.Ordinal) : unnoticed)}");
            standing += unnoticed.Count;
        }

        if (standing > 0 || args.Length > 0)
        {
            return standing > 0 ? 1 : 0;
        }

        await File.WriteAllTextAsync(Path.Combine(root, Page), IsolationPage.Of(record, Walls.All));
        Console.WriteLine($"{Page} is written.");
        return 0;
    }

    /// <summary>None where the wall could not be taken out, so that it counts as not noticed and the others still get their turn.</summary>
    private static async Task<IReadOnlySet<string>> FailuresWithoutAsync(SourceCopy copy, Wall wall)
    {
        try
        {
            return await copy.FailuresWithoutAsync(wall);
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.Message);
            return new HashSet<string>();
        }
    }

    /// <summary>What the proof counts with every wall in place, on both providers; null where it fails.</summary>
    private static async Task<IReadOnlyList<string>?> RecordAsync(SourceCopy copy)
    {
        var lines = new List<string>();
        foreach (var project in new[] { "KoKo.Platform.Tests", "KoKo.Platform.PostgresTests" })
        {
            var file = Path.GetTempFileName();
            var (passed, failed) = await copy.TestAsync(project, "FullyQualifiedName~.Tenancy.|FullyQualifiedName~.Data.Postgres.", ("KOKO_TEST_ISOLATION_RECORD", file));
            Console.WriteLine($"{project}: {passed.Count} tests passed, {failed.Count} failed");
            if (failed.Count > 0 || passed.Count == 0)
            {
                Console.WriteLine($"  {string.Join("\n  ", failed)}");
                return null;
            }

            var provider = project == "KoKo.Platform.Tests" ? "SQLite" : "PostgreSQL";
            lines.AddRange((await File.ReadAllLinesAsync(file)).Select(line => $"{provider}\t{line}"));
        }

        return lines;
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(Environment.CurrentDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KoKo.Platform.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run this inside the repository.");
        }

        return folder.FullName;
    }
}
