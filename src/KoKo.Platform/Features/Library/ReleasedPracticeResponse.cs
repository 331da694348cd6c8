using System.Linq.Expressions;

namespace KoKo.Platform.Features.Library;

/// <summary>A practice in the library.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">A readable part of its address.</param>
/// <param name="Revision">Which revision this is.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="PublishedAt">When it was first published; UTC.</param>
/// <param name="UpdatedAt">When this revision was published; UTC.</param>
/// <param name="ReviewDueAt">When it should be looked at again; UTC.</param>
/// <param name="Content">The text as far as the caller's audience is told.</param>
public sealed record ReleasedPracticeResponse(
    Guid Id,
    string Slug,
    int Revision,
    PublisherResponse Publisher,
    DateTime PublishedAt,
    DateTime UpdatedAt,
    DateTime ReviewDueAt,
    ReleasedContent Content)
{
    internal static ReleasedPracticeResponse Of(ReleasedPractice row) => new(
        row.ItemId,
        row.Slug,
        row.Revision,
        new PublisherResponse(row.PublisherLabel, row.NamedPublisherId, row.NamedPublisherSlug),
        row.PublishedAt,
        row.UpdatedAt,
        row.ReviewDueAt,
        row.Content);
}

/// <summary>Who published a practice.</summary>
/// <param name="Label">The tenant's name, or only "eine Kommune in Land X" where the place is hidden.</param>
/// <param name="Id">The tenant's id; null where the place is hidden.</param>
/// <param name="Slug">The tenant's slug; null where the place is hidden.</param>
public sealed record PublisherResponse(string Label, Guid? Id, string? Slug);

/// <summary>A practice of the library in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">A readable part of its address.</param>
/// <param name="Kind">A code of the vocabulary <c>practiceKind</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">Plain text.</param>
/// <param name="Topics">Codes of the vocabulary <c>topic</c>.</param>
/// <param name="ExternalKey">Its key in the system it comes from; null where it has none or the place is hidden.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="PublishedAt">When it was first published; UTC.</param>
public sealed record ReleasedPracticeEntryResponse(
    Guid Id,
    string Slug,
    string Kind,
    string Title,
    string Summary,
    IReadOnlyList<string> Topics,
    string? ExternalKey,
    PublisherResponse Publisher,
    DateTime PublishedAt)
{
    // The stored publisher is for the owner's own queries; only what the row says of it is projected.
    internal static Expression<Func<ReleasedPractice, ReleasedPracticeEntryResponse>> Projection { get; } = row => new ReleasedPracticeEntryResponse(
        row.ItemId,
        row.Slug,
        row.Kind,
        row.Title,
        row.Summary,
        row.Topics,
        row.ExternalKey,
        new PublisherResponse(row.PublisherLabel, row.NamedPublisherId, row.NamedPublisherSlug),
        row.PublishedAt);
}
