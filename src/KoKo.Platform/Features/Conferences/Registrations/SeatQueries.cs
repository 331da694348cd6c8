using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Conferences.Registrations;

/// <summary>What every command on seats does, in the owner's context and inside a transaction.</summary>
internal static class SeatQueries
{
    /// <summary>
    /// The ledger, with the row locked until the transaction ends: commands on the same conference queue here, on a
    /// database with many writers too.
    /// </summary>
    public static async Task<SeatLedger?> LockSeatsAsync(this PlatformDb db, Guid conferenceId, CancellationToken cancellationToken)
    {
        await db.SeatLedgers.Where(ledger => ledger.ConferenceId == conferenceId)
            .ExecuteUpdateAsync(set => set.SetProperty(ledger => ledger.Turn, ledger => ledger.Turn + 1), cancellationToken);
        return await db.SeatLedgers.SingleOrDefaultAsync(ledger => ledger.ConferenceId == conferenceId, cancellationToken);
    }

    /// <summary>Gives free seats to those who wait longest and tells them.</summary>
    public static async Task MoveUpAsync(this PlatformDb db, SeatLedger ledger, Outbox outbox, CancellationToken cancellationToken)
    {
        var moving = ledger.MoveUp();
        if (moving == 0)
        {
            return;
        }

        var first = await db.Waiting(ledger).OrderBy(registration => registration.WaitingPosition).Take(moving).ToListAsync(cancellationToken);
        foreach (var registration in first)
        {
            registration.MoveUp();
            outbox.Enqueue(OwnerOf(ledger), SendSeatNews.MessageKind, registration.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.CloseUpAsync(ledger, behind: moving, by: moving, cancellationToken);
    }

    /// <summary>Tells everybody who has a seat or waits for one; an app has no mailbox.</summary>
    public static async Task TellRegisteredAsync(this PlatformDb db, SeatLedger ledger, string kind, Outbox outbox, CancellationToken cancellationToken)
    {
        var registered = await db.Registrations
            .Where(registration => registration.OwnerId == ledger.TenantId && registration.ConferenceId == ledger.ConferenceId)
            .Where(registration => registration.Status != RegistrationStatus.Cancelled && !registration.IsByApp)
            .OrderBy(registration => registration.RegisteredAt).Select(registration => registration.Id).ToListAsync(cancellationToken);
        registered.ForEach(id => outbox.Enqueue(OwnerOf(ledger), kind, id));
    }

    /// <summary>Lets everybody behind a place of the waiting list come closer.</summary>
    public static Task CloseUpAsync(this PlatformDb db, SeatLedger ledger, int behind, int by, CancellationToken cancellationToken) =>
        db.Waiting(ledger).Where(registration => registration.WaitingPosition > behind)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(registration => registration.WaitingPosition, registration => registration.WaitingPosition - by)
                    .SetProperty(registration => registration.Version, registration => registration.Version + 1),
                cancellationToken);

    /// <summary>Shows the ledger to every audience of the conference.</summary>
    public static async Task ShowSeatsAsync(this Publisher publisher, SeatLedger ledger, CancellationToken cancellationToken)
    {
        var rows = await publisher.Own<ConferenceSeats>(OwnerOf(ledger)).AsTracking().Where(row => row.ItemId == ledger.ConferenceId).ToListAsync(cancellationToken);
        rows.ForEach(row => row.Show(ledger));
    }

    private static IQueryable<Registration> Waiting(this PlatformDb db, SeatLedger ledger) =>
        db.Registrations.Where(registration =>
            registration.OwnerId == ledger.TenantId && registration.ConferenceId == ledger.ConferenceId && registration.Status == RegistrationStatus.Waiting);

    private static Owner OwnerOf(SeatLedger ledger) => new(OwnerKind.Tenant, ledger.TenantId);
}
