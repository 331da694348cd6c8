using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>What the judged queries search: the library of the demo world, mapped as the platform maps it, among the distractors.</summary>
internal static class JudgedLibrary
{
    private static readonly DateTime Today = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<Guid, string> Names = DemoLibrary.Files().Select(file => (file.Id, Name: file.Slug))
        .Concat(Distractors.All.Select(document => (Id: document.ItemId, Name: $"({document.Title})")))
        .ToDictionary(pair => pair.Id, pair => pair.Name);

    public static IReadOnlyList<SearchDocument> Practices { get; } = [.. DemoLibrary.Files().Select(Document)];

    public static IReadOnlySet<string> Slugs { get; } = DemoLibrary.Files().Select(file => file.Slug).ToHashSet();

    public static IEnumerable<SearchDocument> Documents => Practices.Concat(Distractors.All);

    /// <summary>A slug, or the title of a distractor in brackets.</summary>
    public static string NameOf(Guid itemId) => Names[itemId];

    private static SearchDocument Document(DemoPractice file, int index) =>
        PracticeSearchDocument.DocumentOf(DemoRelease.Of(file, file.Id, file.Slug, Guid.Empty, Today.AddDays(-index)), Today);
}
