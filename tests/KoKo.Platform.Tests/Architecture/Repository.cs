using System.Runtime.CompilerServices;

namespace KoKo.Platform.Tests.Architecture;

/// <summary>The source tree, for rules about text that no analyzer knows.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Product { get; } = Read("src/KoKo.Platform");

    public static IReadOnlyList<SourceFile> Tests { get; } = Read("tests");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "KoKo.Platform.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static List<SourceFile> Read(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Path.Combine(Root, folder), file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "Migrations"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, folder, path)))),
    ];
}

/// <param name="Path">Relative to its project, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public int Lines => Text.Count(character => character == '\n');

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public override string ToString() => Path;
}
