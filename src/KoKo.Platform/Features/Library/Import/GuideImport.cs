using System.Text.Json;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Text;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library.Import;

/// <summary>How many guides an import added, changed, and found as they are.</summary>
internal sealed record ImportCounts(int Added, int Changed, int Unchanged);

/// <summary>Writes guides into the office's library, a chunk per transaction.</summary>
internal sealed class GuideImport(IServiceProvider services, TenantInfo office)
{
    public const string Actor = "import";

    private const int ChunkSize = 100;

    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    public async Task<ImportCounts> RunAsync(IAsyncEnumerable<ImportedGuide> guides, CancellationToken cancellationToken)
    {
        var (added, changed, unchanged) = (0, 0, 0);
        await foreach (var chunk in guides.Chunk(ChunkSize).WithCancellation(cancellationToken))
        {
            var counts = await WriteAsync(chunk, cancellationToken);
            (added, changed, unchanged) = (added + counts.Added, changed + counts.Changed, unchanged + counts.Unchanged);
        }

        return new ImportCounts(added, changed, unchanged);
    }

    private async Task<ImportCounts> WriteAsync(ImportedGuide[] guides, CancellationToken cancellationToken)
    {
        await using var scope = services.GetRequiredService<TenantScopes>().Open(TenantContext.OfTenant(office));
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var publisher = scope.ServiceProvider.GetRequiredService<PracticePublisher>();
        return await db.InTransactionAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                var known = await KnownAsync(db, [.. guides.Select(guide => guide.Key)], cancellationToken);
                var (added, changed) = (0, 0);
                foreach (var guide in guides)
                {
                    var practice = known.GetValueOrDefault(guide.Key);
                    if (practice is not null && IsAsItWas(practice, guide))
                    {
                        continue;
                    }

                    await PublishAsync(practice, guide, db, publisher, cancellationToken);
                    (added, changed) = practice is null ? (added + 1, changed) : (added, changed + 1);
                }

                return new ImportCounts(added, changed, guides.Length - added - changed);
            },
            cancellationToken);
    }

    private static async Task<Dictionary<string, Practice>> KnownAsync(PlatformDb db, List<string> keys, CancellationToken cancellationToken)
    {
        var known = await db.Practices.Include(practice => practice.Log)
            .Where(practice => practice.ExternalKey != null && keys.Contains(practice.ExternalKey))
            .ToListAsync(cancellationToken);
        return known.GroupBy(practice => practice.ExternalKey!).ToDictionary(same => same.Key, same => same.MinBy(practice => practice.CreatedAt)!);
    }

    private static bool IsAsItWas(Practice practice, ImportedGuide guide) =>
        practice.PublishedAudiences.Order().SequenceEqual(guide.Audiences.Order())
        && JsonSerializer.Serialize(practice.Content, Json.Stored) == JsonSerializer.Serialize(guide.ToContent(), Json.Stored);

    private async Task PublishAsync(Practice? practice, ImportedGuide guide, PlatformDb db, PracticePublisher publisher, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (practice is null)
        {
            practice = new Practice(guide.ToContent(), Actor, now);
            db.Practices.Add(practice);
        }
        else
        {
            practice.Change(guide.ToContent(), now);
        }

        practice.TakeOver(Actor, now);
        await publisher.PublishAsync(practice, guide.Audiences, Actor, now, cancellationToken);
    }
}
