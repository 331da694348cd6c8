using System.Text.RegularExpressions;

namespace KoKo.Platform.EndToEndTests.Fixture;

/// <summary>A route of the hub, read from the files of its pages, so that no list has to be kept.</summary>
internal sealed partial record HubRoute(string Template, Regex Pattern)
{
    public static IReadOnlyList<HubRoute> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(PlatformProcess.Folder, "Features"), "*.razor", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(PlatformProcess.Folder, "Foundation"), "*.razor", SearchOption.AllDirectories))
            .SelectMany(File.ReadLines)
            .Select(line => Directive().Match(line))
            .Where(match => match.Success)
            .Select(match => new HubRoute(match.Groups[1].Value, PatternOf(match.Groups[1].Value))),
    ];

    /// <summary>The template that answers this path, or null for what is no page.</summary>
    public static string? Of(string path) => All.FirstOrDefault(route => route.Pattern.IsMatch(path.Split('?')[0]))?.Template;

    private static Regex PatternOf(string template) => new(
        "^" + Parameter().Replace(template, match => match.Groups[1].Value switch
        {
            ":guid" => "[0-9a-f-]{36}",
            ":int" => "[0-9]+",
            _ => "[^/]+",
        }) + "$",
        RegexOptions.CultureInvariant);

    [GeneratedRegex("^@page \"(.+)\"")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\{\w+(:\w+)?\}")]
    private static partial Regex Parameter();
}
