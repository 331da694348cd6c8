using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>
/// Once a day for every listing: a new day at the far end of the horizon, requests that nobody answered expire, and the
/// index hears of titles that lapsed.
/// </summary>
internal sealed class RollFreeWindows(PlatformDb db, Publisher publisher, Outbox outbox, TimeProvider clock) : IOutboxHandler
{
    public const string Name = "roll-free-windows";

    public string Kind => Name;

    public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var profile = await db.FindOwnProfileAsync(cancellationToken);
            if (profile is null)
            {
                return false;
            }

            await outbox.ExpireRequestsAsync(db, profile.AccountId, clock, cancellationToken);
            if (await db.CurrentConsentAsync(cancellationToken) is not null)
            {
                await publisher.RewriteFreeWindowsAsync(db, clock, cancellationToken);
                publisher.Log(MediatorListing.Kind, ProfileQueries.OwnerOf(profile), profile.ListingId);
                await outbox.RollFreeWindowsDailyAsync(db, profile, message.Id, clock, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return true;
        },
        cancellationToken);
}

internal static class FreeWindowsSchedule
{
    /// <summary>Plans tomorrow's roll unless one is planned: a repeated message or a second consent must not start a second row of them.</summary>
    public static async Task RollFreeWindowsDailyAsync(this Outbox outbox, PlatformDb db, MediatorProfile profile, long after, TimeProvider clock, CancellationToken cancellationToken)
    {
        var planned = await db.OutboxMessages.AnyAsync(
            message => message.Kind == RollFreeWindows.Name && message.SubjectId == profile.ListingId && message.Id > after,
            cancellationToken);
        if (!planned)
        {
            outbox.Enqueue(ProfileQueries.OwnerOf(profile), RollFreeWindows.Name, profile.ListingId, clock.GetUtcNow().UtcDateTime.AddDays(1));
        }
    }
}
