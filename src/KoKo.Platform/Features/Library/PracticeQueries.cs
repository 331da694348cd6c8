using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

internal static class PracticeQueries
{
    /// <summary>The caller's own practice with its history; another tenant's is not there.</summary>
    public static async Task<Practice> GetOwnAsync(this IQueryable<Practice> practices, Guid id, CancellationToken cancellationToken) =>
        await practices.Include(practice => practice.Log).SingleOrDefaultAsync(practice => practice.Id == id, cancellationToken)
        ?? throw new ProblemException(Problems.NotFound);
}

internal static class ReleasedPracticeQueries
{
    public static IQueryable<ReleasedPractice> About(this IQueryable<ReleasedPractice> released, string? topic, string? kind, string? externalKey = null)
    {
        released = externalKey is null ? released : released.Where(row => row.ExternalKey == externalKey);
        released = topic is null ? released : released.Where(row => row.Topics.Contains(topic));
        return kind is null ? released : released.Where(row => row.Kind == kind);
    }
}
