using System.Diagnostics;
using System.Xml.Linq;

namespace KoKo.Platform.IsolationProof;

/// <summary>A copy of the sources in a temporary folder, in which walls are taken out. The product itself has no switch for that.</summary>
internal sealed class SourceCopy : IDisposable
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private readonly string folder = Directory.CreateTempSubdirectory("koko-proof-").FullName;

    private SourceCopy()
    {
    }

    /// <summary>What git knows of the working tree, as it is now.</summary>
    public static async Task<SourceCopy> MakeAsync(string root)
    {
        var copy = new SourceCopy();
        foreach (var file in (await RunAsync(root, "git", "ls-files", "--cached", "--others", "--exclude-standard")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(root, file))))
        {
            var target = Path.Combine(copy.folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(root, file), target);
        }

        return copy;
    }

    /// <summary>Takes the wall out, runs its tests, and puts it back.</summary>
    /// <returns>Class and method of each test that failed.</returns>
    public async Task<IReadOnlySet<string>> FailuresWithoutAsync(Wall wall)
    {
        var originals = wall.Edits.DistinctBy(edit => edit.Path).ToDictionary(edit => edit.Path, edit => File.ReadAllText(PathOf(edit)));
        try
        {
            foreach (var edit in wall.Edits)
            {
                Apply(edit);
            }

            return (await TestAsync(wall.Project, wall.Filter)).Failed;
        }
        finally
        {
            foreach (var (path, text) in originals)
            {
                File.WriteAllText(Path.Combine(folder, path), text);
            }
        }
    }

    /// <summary>Runs tests of one project with all walls in place.</summary>
    public async Task<(IReadOnlySet<string> Passed, IReadOnlySet<string> Failed)> TestAsync(string project, string filter, params (string Name, string Value)[] environment)
    {
        var results = Directory.CreateDirectory(Path.Combine(folder, "results", Guid.NewGuid().ToString("N"))).FullName;
        // code without its wall need not please the analyzers
        var build = await RunAsync(folder, "dotnet", "build", $"tests/{project}", "-v", "q", "-nologo", "-p:RunAnalyzers=false");
        if (build.Exit != 0)
        {
            throw new InvalidOperationException($"The copy does not build:\n{build.Output}");
        }

        await RunAsync(folder, environment, "dotnet", "test", $"tests/{project}", "--no-build", "--filter", filter, "--logger", "trx", "--results-directory", results);
        var outcomes = Directory.EnumerateFiles(results, "*.trx").SelectMany(file => Outcomes(XDocument.Load(file))).ToList();
        return (NamesOf(outcomes, "Passed"), NamesOf(outcomes, "Failed"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Apply(Edit edit)
    {
        var text = File.ReadAllText(PathOf(edit));
        if (text.Split(edit.Find).Length != 2)
        {
            throw new InvalidOperationException($"{edit.Path} does not hold exactly once: {edit.Find}");
        }

        File.WriteAllText(PathOf(edit), text.Replace(edit.Find, edit.Replace, StringComparison.Ordinal));
    }

    private string PathOf(Edit edit) => Path.Combine(folder, edit.Path);

    private static IEnumerable<(string Test, string Outcome)> Outcomes(XDocument results)
    {
        var methods = results.Descendants(Trx + "UnitTest").ToDictionary(
            test => test.Attribute("id")!.Value,
            test => test.Element(Trx + "TestMethod")!);
        return results.Descendants(Trx + "UnitTestResult").Select(result => (NameOf(methods[result.Attribute("testId")!.Value]), result.Attribute("outcome")!.Value));
    }

    private static string NameOf(XElement method)
    {
        var name = method.Attribute("name")!.Value.Split('(')[0];
        return $"{method.Attribute("className")!.Value.Split('.')[^1]}.{name.Split('.')[^1]}";
    }

    private static HashSet<string> NamesOf(IEnumerable<(string Test, string Outcome)> outcomes, string outcome) =>
        [.. outcomes.Where(result => result.Outcome == outcome).Select(result => result.Test)];

    private static Task<(int Exit, string Output)> RunAsync(string folder, string program, params string[] arguments) => RunAsync(folder, [], program, arguments);

    private static async Task<(int Exit, string Output)> RunAsync(string folder, (string Name, string Value)[] environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["KOKO_TEST_REQUIRE"] = "postgres"; // a skipped proof would be none
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
