using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Availability;

internal static class FreeWindowsRelease
{
    /// <summary>
    /// Makes the live facts follow rules, exceptions and bookings, for every audience of the listing. It reads what is
    /// saved: save the change first, in the same transaction.
    /// </summary>
    public static async Task RewriteFreeWindowsAsync(this Publisher publisher, PlatformDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var profile = await db.OwnProfileAsync(cancellationToken);
        var owner = ProfileQueries.OwnerOf(profile);
        var listings = await publisher.Own<MediatorListing>(owner).AsNoTracking()
            .Select(listing => new { listing.Audience, listing.ShadowedBy })
            .ToListAsync(cancellationToken);
        var windows = listings.Count == 0 ? [] : (await db.FreeCalendarAsync(profile, clock, cancellationToken)).From(clock.GetUtcNow().UtcDateTime);
        var rows = listings.Select(listing => new MediatorFreeWindows
        {
            ItemId = profile.ListingId,
            Audience = listing.Audience,
            ShadowedBy = listing.ShadowedBy,
            PublisherId = profile.AccountId,
            TimeZone = profile.TimeZone,
            LeadTimeHours = profile.LeadTimeHours,
            Windows = windows,
        });
        await publisher.ReleaseFactsAsync(owner, profile.ListingId, [.. rows], cancellationToken);
    }

    /// <summary>The mediator's own calendar, read in her context.</summary>
    public static async Task<FreeCalendar> FreeCalendarAsync(this PlatformDb db, MediatorProfile profile, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rules = await db.AvailabilityRules.AsNoTracking().ToListAsync(cancellationToken);
        var exceptions = await db.AvailabilityExceptions.AsNoTracking().ToListAsync(cancellationToken);
        var bookings = await db.Bookings.AsNoTracking().Standing(profile.AccountId)
            .Where(booking => booking.End > now)
            .Select(booking => new { booking.Start, booking.End })
            .ToListAsync(cancellationToken);
        return new FreeCalendar(profile.TimeZone, rules, exceptions, [.. bookings.Select(booking => (booking.Start, booking.End))]);
    }
}
