using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Publishing;

namespace KoKo.Platform.Tests.World;

/// <summary>A practice of the demo world as the whole network reads it, under a name of its own.</summary>
internal static class DemoRelease
{
    public static ReleasedPractice Of(DemoPractice file, Guid itemId, string slug, Guid publisherId, DateTime at) => new()
    {
        ItemId = itemId,
        Audience = Audience.Network,
        ShadowedBy = [],
        PublisherId = publisherId,
        Version = 1,
        Revision = 1,
        Slug = slug,
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
    };
}
