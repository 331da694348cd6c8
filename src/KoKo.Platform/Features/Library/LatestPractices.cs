using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

/// <summary>For other areas: what is new in the library and how much there is, as the caller may see it.</summary>
internal static class LatestPractices
{
    public static async Task<IReadOnlyList<ReleasedPracticeEntryResponse>> ListAsync(PlatformDb db, int most, CancellationToken cancellationToken) =>
        await db.ReleasedPractices.AsNoTracking().OrderByDescending(row => row.PublishedAt).ThenBy(row => row.ItemId)
            .Select(ReleasedPracticeEntryResponse.Projection).Take(most).ToListAsync(cancellationToken);

    public static Task<int> CountAsync(PlatformDb db, CancellationToken cancellationToken) =>
        db.ReleasedPractices.CountAsync(cancellationToken);

    /// <summary>Topic code to number of practices; one practice counts in each of its topics.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> CountByTopicAsync(PlatformDb db, CancellationToken cancellationToken) =>
        (await CountAsync(db, null, null, cancellationToken)).ByTopic;

    /// <summary>Which kind of document each of these is, of those that the caller may see.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> KindsAsync(PlatformDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.ReleasedPractices.AsNoTracking().Where(row => ids.Contains(row.ItemId)).Select(row => new { row.ItemId, row.Kind })
            .ToDictionaryAsync(row => row.ItemId, row => row.Kind, cancellationToken);

    /// <summary>How many practices a further choice would leave: by topic within the kind, by kind within the topic.</summary>
    public static async Task<PracticeCounts> CountAsync(PlatformDb db, string? topic, string? kind, CancellationToken cancellationToken)
    {
        var rows = await db.ReleasedPractices.AsNoTracking().Select(row => new { row.Kind, row.Topics }).ToListAsync(cancellationToken);
        return new PracticeCounts(
            rows.Where(row => kind is null || row.Kind == kind).SelectMany(row => row.Topics).CountBy(code => code).ToDictionary(StringComparer.Ordinal),
            rows.Where(row => topic is null || row.Topics.Contains(topic)).CountBy(row => row.Kind).ToDictionary(StringComparer.Ordinal));
    }
}

/// <summary>Code to number of practices.</summary>
internal sealed record PracticeCounts(IReadOnlyDictionary<string, int> ByTopic, IReadOnlyDictionary<string, int> ByKind);
