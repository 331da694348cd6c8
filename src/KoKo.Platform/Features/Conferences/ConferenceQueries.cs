using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Conferences;

/// <summary>What endpoints and pages read alike.</summary>
internal static class ConferenceQueries
{
    /// <summary>For other areas: how many conferences that are not over the caller may see.</summary>
    public static Task<int> CountComingConferencesAsync(this PlatformDb db, DateTime now, CancellationToken cancellationToken) =>
        db.ReleasedConferences.CountAsync(conference => conference.EndsAt >= now, cancellationToken);

    /// <summary>The released row the caller may see; 410 where it was withdrawn from her, 404 in every other case.</summary>
    public static async Task<ReleasedConference> ReadConferenceAsync(this PlatformDb db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.ReleasedConferences.AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == id, cancellationToken) is { } conference)
        {
            return conference;
        }

        var wasVisible = await db.Tombstones.AnyAsync(stone => stone.ItemId == id, cancellationToken);
        throw new ProblemException(wasVisible ? Problems.Withdrawn : Problems.NotFound);
    }

    public static async Task<ConferenceSeats?> ReadSeatsAsync(this PlatformDb db, Guid id, CancellationToken cancellationToken) =>
        await db.ConferenceSeats.AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == id, cancellationToken);

    /// <summary>A working copy of the caller's tenant, to read.</summary>
    public static async Task<Conference> ReadOwnConferenceAsync(this PlatformDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Conferences.AsNoTracking().SingleOrDefaultAsync(conference => conference.Id == id, cancellationToken)
        ?? throw new ProblemException(Problems.NotFound);

    /// <summary>A working copy of the caller's tenant, to change.</summary>
    public static async Task<Conference> OwnConferenceAsync(this PlatformDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Conferences.SingleOrDefaultAsync(conference => conference.Id == id, cancellationToken)
        ?? throw new ProblemException(Problems.NotFound);

    public static Task<SeatLedger?> ReadLedgerAsync(this PlatformDb db, Guid id, CancellationToken cancellationToken) =>
        db.SeatLedgers.AsNoTracking().SingleOrDefaultAsync(ledger => ledger.ConferenceId == id, cancellationToken);
}
