using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

/// <summary>
/// A practice whose review falls due loses rank. Nobody writes on that day, so this writes the line into the log of released
/// changes that lets every index look at the practice again; the log itself tells what was written already.
/// </summary>
internal sealed partial class OverdueReviews(TenantScopes tenants, TimeProvider clock, ILogger<OverdueReviews> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        await foreach (var scope in tenants.AcrossTenants("a review falls due without anybody writing", cancellationToken))
        {
            var services = scope.ServiceProvider;
            await TellAsync(services.GetRequiredService<PlatformDb>(), services.GetRequiredService<Publisher>(), cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogBehind(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TellAsync(PlatformDb db, Publisher publisher, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var owner = new Owner(OwnerKind.Tenant, db.Context.Tenant!.Id);
        var overdue = await publisher.Own<ReleasedPractice>(owner).AsNoTracking()
            .Where(row => row.ReviewDueAt <= now)
            .Where(row => !db.Set<ReleasedChange>().Any(change => change.ItemId == row.ItemId && change.At >= row.ReviewDueAt))
            .Select(row => row.ItemId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var item in overdue)
        {
            publisher.Log(PracticePublisher.Kind, owner, item);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Overdue reviews could not be looked for; it is tried again within the hour.")]
    private static partial void LogBehind(ILogger logger, Exception exception);
}
