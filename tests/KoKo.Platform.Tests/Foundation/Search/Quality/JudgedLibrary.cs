using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>What the judged queries search: the library of the demo world, mapped as the platform maps it, among the distractors.</summary>
internal static class JudgedLibrary
{
    private static readonly Dictionary<Guid, string> Names = DemoLibrary.Files().Select(file => (file.Id, Name: file.Slug))
        .Concat(Distractors.All.Select(document => (Id: document.ItemId, Name: $"({document.Title})")))
        .ToDictionary(pair => pair.Id, pair => pair.Name);

    public static IReadOnlyList<SearchDocument> Practices { get; } = [.. DemoLibrary.Files().Select(Document)];

    public static IReadOnlySet<string> Slugs { get; } = DemoLibrary.Files().Select(file => file.Slug).ToHashSet();

    public static IEnumerable<SearchDocument> Documents => Practices.Concat(Distractors.All);

    /// <summary>A slug, or the title of a distractor in brackets.</summary>
    public static string NameOf(Guid itemId) => Names[itemId];

    private static SearchDocument Document(DemoPractice file, int index)
    {
        var at = new DateTime(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddDays(-index);
        return PracticeSearchDocument.DocumentOf(new ReleasedPractice
        {
            ItemId = file.Id,
            Audience = Audience.Network,
            ShadowedBy = [],
            PublisherId = Guid.Empty,
            Version = 1,
            Revision = 1,
            Slug = file.Slug,
            Kind = file.Content.Kind,
            Title = file.Content.Title,
            Summary = file.Content.Summary,
            Topics = file.Content.Topics,
            PublisherLabel = "eine Kommune",
            NamedPublisherId = null,
            NamedPublisherSlug = null,
            Content = new ReleasedContent(file.Content),
            PublishedAt = at,
            UpdatedAt = at,
            ReviewDueAt = at.AddMonths(24),
        });
    }
}
