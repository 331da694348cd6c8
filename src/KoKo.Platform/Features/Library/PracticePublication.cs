using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Library;

/// <summary>From a working copy to its released rows: which fields which audience gets, and what an anonymised one leaves out.</summary>
internal static class PracticePublication
{
    /// <param name="place">What may be said about the place; null where the practice does not hide it.</param>
    public static IReadOnlyList<ReleasedPractice> RowsOf(Practice practice, TenantInfo publisher, CoarsePlace? place)
    {
        var content = place is null ? new ReleasedContent(practice.Content) : Anonymous(practice.Content, place);
        var ranked = practice.PublishedAudiences.OrderBy(RankOf).ThenBy(audience => audience, StringComparer.Ordinal).ToList();
        return [.. ranked.Select((audience, index) => Row(practice, publisher, place, audience, ranked[..index], content))];
    }

    private static ReleasedPractice Row(Practice practice, TenantInfo publisher, CoarsePlace? place, string audience, IReadOnlyList<string> richer, ReleasedContent content) => new()
    {
        ItemId = practice.Id,
        Audience = audience,
        ShadowedBy = richer,
        PublisherId = publisher.Id,
        Version = practice.Publications,
        Revision = practice.Revision,
        Slug = practice.Slug,
        Kind = content.Kind,
        Title = content.Title,
        ExternalKey = content.ExternalKey,
        Summary = content.Summary,
        Topics = content.Topics,
        PublisherLabel = place is null ? publisher.Name : LabelOf(place),
        NamedPublisherId = place is null ? publisher.Id : null,
        NamedPublisherSlug = place is null ? publisher.Identifier : null,
        Content = audience == Audience.Public ? content with { ContactFunction = null, Contributors = [] } : content,
        PublishedAt = practice.FirstPublishedAt!.Value,
        UpdatedAt = practice.PublishedAt!.Value,
        ReviewDueAt = practice.PublishedAt!.Value.AddMonths(24),
    };

    // The kind of Kommune is a third mark that the k-rule does not count: it stays only on a composite, whose place is
    // put together anyway, and only beside a size class that enough Kommunen share.
    private static ReleasedContent Anonymous(PracticeContent content, CoarsePlace place) => new ReleasedContent(content) with
    {
        ExternalKey = null,
        LandKey = place.LandKey,
        PopulationClass = place.PopulationClass,
        MunicipalityType = content.AnonymisationLevel == Anonymisation.Composite && place.PopulationClass is not null && content.MunicipalityType != "land"
            ? content.MunicipalityType
            : null,
        SpatialType = null,
        StartMonth = null,
        EndMonth = null,
        ExternalSupport = [.. content.ExternalSupport.Select(support => support with { Organisation = null })],
        Links = [],
        ContactFunction = null,
        Contributors = [],
    };

    private static string LabelOf(CoarsePlace place) => place.LandKey switch
    {
        null => "eine Kommune",
        "10" => "eine Kommune im Saarland",
        var land => $"eine Kommune in {Vocabulary.LandKey.GermanOf(land)}",
    };

    // The narrower the audience, the richer its row; each row is shadowed by all before it.
    private static int RankOf(string audience) => audience.Split(':')[0] switch
    {
        "tenant" => 0,
        "district" => 1,
        "land" => 2,
        Audience.Network => 3,
        _ => 4,
    };
}
