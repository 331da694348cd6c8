using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;

namespace KoKo.Platform.Features.Mediators.Listings;

internal static class ListingRelease
{
    /// <summary>Makes the released rows say what the profile says, for the audiences of the consent; without one, nothing.</summary>
    public static async Task ReleaseListingAsync(this Publisher publisher, PlatformDb db, MediatorProfile profile, TimeProvider clock, CancellationToken cancellationToken)
    {
        var consent = await db.CurrentConsentAsync(cancellationToken);
        if (consent is not null)
        {
            ListingReadiness.Require(profile);
            await publisher.ReleaseListingAsync(profile, consent.Audiences, clock, cancellationToken);
        }
    }

    public static Task ReleaseListingAsync(this Publisher publisher, MediatorProfile profile, IEnumerable<string> audiences, TimeProvider clock, CancellationToken cancellationToken) =>
        publisher.ReleaseAsync(
            MediatorListing.Kind,
            ProfileQueries.OwnerOf(profile),
            profile.ListingId,
            MediatorListing.RowsOf(profile, audiences, clock.GetUtcNow().UtcDateTime),
            cancellationToken);
}
