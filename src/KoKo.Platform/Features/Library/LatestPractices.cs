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
        (await db.ReleasedPractices.AsNoTracking().Select(row => row.Topics).ToListAsync(cancellationToken))
        .SelectMany(topics => topics).CountBy(topic => topic).ToDictionary(StringComparer.Ordinal);
}
