using System.Text.RegularExpressions;

namespace KoKo.Platform.Tests.Architecture;

public sealed partial class FolderRulesTests
{
    // What one area may read of another: query classes and records made for the purpose, nothing else.
    private static readonly string[] OpenToOtherAreas = ["Features.Network"];

    [Fact]
    public void The_top_level_is_exactly_the_agreed_one()
    {
        var names = Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName)
            .Where(name => !name!.StartsWith('.')).Order(StringComparer.Ordinal);

        Assert.Equal(["Dockerfile", "KoKo.Platform.sln", "LICENSE", "README.md", "deploy", "openapi", "publiccode.yml", "src", "tests"], names);
    }

    [Fact]
    public void Foundation_knows_no_area() =>
        Assert.Empty(Repository.Product.Where(file => file.IsIn("Foundation") && file.Text.Contains("KoKo.Platform.Features", StringComparison.Ordinal)));

    [Fact]
    public void Nobody_knows_the_demo_world_but_the_program() =>
        Assert.Empty(Repository.Product.Where(file => !file.IsIn("Demo") && file.Path != "Program.cs" && file.Text.Contains("KoKo.Platform.Demo", StringComparison.Ordinal)));

    [Fact]
    public void An_area_knows_another_only_through_what_that_one_opened()
    {
        var crossings =
            from file in Repository.Product.Where(file => file.IsIn("Features"))
            let own = $"Features.{file.Path.Split('/')[1]}"
            from Match use in AreaUse().Matches(file.Text)
            let other = $"Features.{use.Groups[1].Value}"
            where other != own && !OpenToOtherAreas.Contains(own)
            select $"{file.Path} -> {other}";

        Assert.Empty(crossings.Distinct().Except(AreaCrossings.Allowed.Keys));
    }

    [Fact]
    public void No_crossing_is_allowed_longer_than_it_is_used()
    {
        var used = Repository.Product.Where(file => file.IsIn("Features"))
            .SelectMany(file => AreaUse().Matches(file.Text).Select(use => $"{file.Path} -> Features.{use.Groups[1].Value}"));

        Assert.Empty(AreaCrossings.Allowed.Keys.Except(used));
    }

    [Fact]
    public void There_is_no_junk_drawer()
    {
        string[] drawers = ["Common", "Shared", "Core", "Helpers", "Utils", "Misc", "Models", "Services"];

        Assert.Empty(Repository.Product.Where(file => file.Path.Split('/').Any(drawers.Contains)));
    }

    [Fact]
    public void Only_publishing_lifts_a_filter_and_only_the_rooms_of_a_provider_speak_sql()
    {
        string[] lifting = [.. FilesWith("IgnoreQueryFilters")];
        string[] speaking = [.. FilesWith("FromSql", "ExecuteSql", "SqlQuery", "CommandText")];

        Assert.Equal(["Foundation/Publishing/Publisher.cs"], lifting);
        Assert.All(speaking, file => Assert.True(file.StartsWith("Foundation/Data/Sqlite/", StringComparison.Ordinal) || file.StartsWith("Foundation/Data/Postgres/", StringComparison.Ordinal), file));
    }

    private static IEnumerable<string> FilesWith(params string[] words) =>
        Repository.Product.Where(file => words.Any(word => file.Text.Contains(word, StringComparison.Ordinal))).Select(file => file.Path);

    [GeneratedRegex(@"KoKo\.Platform\.Features\.(\w+)")]
    private static partial Regex AreaUse();
}

/// <summary>Each crossing from one area to another, with its reason.</summary>
internal static class AreaCrossings
{
    public static IReadOnlyDictionary<string, string> Allowed { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
