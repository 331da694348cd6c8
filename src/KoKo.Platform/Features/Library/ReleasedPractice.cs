using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Library;

/// <summary>
/// What is released of a practice for one audience. There are two field sets: <c>public</c> is told everything but contact
/// and contributors; every other audience is told those too. Where the place is hidden, no row of any audience carries
/// contact, contributors, links, organisations, months, or a publisher: <see cref="PublisherId"/> is for the owner's own
/// queries and is never projected.
/// </summary>
internal sealed class ReleasedPractice : IDatedRelease
{
    public required Guid ItemId { get; init; }

    public required string Audience { get; init; }

    public required IReadOnlyList<string> ShadowedBy { get; init; }

    public required Guid PublisherId { get; init; }

    /// <summary>The number of the publication; the same for all rows of the item.</summary>
    public required int Version { get; init; }

    public required int Revision { get; init; }

    public required string Slug { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Null where the place is hidden.</summary>
    public string? ExternalKey { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The publisher's name, or "eine Kommune in Land X" where the place is hidden.</summary>
    public required string PublisherLabel { get; init; }

    /// <summary>Null where the place is hidden.</summary>
    public required Guid? NamedPublisherId { get; init; }

    /// <summary>Null where the place is hidden.</summary>
    public required string? NamedPublisherSlug { get; init; }

    public required ReleasedContent Content { get; init; }

    /// <summary>The first publication; lists are sorted by it.</summary>
    public required DateTime PublishedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime VisibleSince { get; private set; }

    /// <summary>When it should be looked at again: 24 months after its last publication.</summary>
    public required DateTime ReviewDueAt { get; init; }
}

/// <summary>What is released of a practice.</summary>
public sealed record ReleasedContent : PracticeDescription
{
    [System.Text.Json.Serialization.JsonConstructor]
    public ReleasedContent()
    {
    }

    internal ReleasedContent(PracticeDescription source)
        : base(source)
    {
        StartYear = YearOf(StartMonth);
        EndYear = YearOf(EndMonth);
        DurationMonths = MonthsBetween(StartMonth, EndMonth);
    }

    /// <summary>The year of the first month; the months themselves are left out where the place is hidden.</summary>
    public int? StartYear { get; init; }

    /// <summary>The year of the last month.</summary>
    public int? EndYear { get; init; }

    /// <summary>How many months it took, the first and the last one counted.</summary>
    public int? DurationMonths { get; init; }

    private static int? YearOf(string? month) => month is null ? null : Number(month.AsSpan(0, 4));

    private static int? MonthsBetween(string? start, string? end) =>
        start is null || end is null ? null : (Index(end) - Index(start)) + 1;

    private static int Index(string month) => (Number(month.AsSpan(0, 4)) * 12) + Number(month.AsSpan(5, 2));

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
