using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Listings;

internal static class MediatorQueries
{
    /// <summary>The listing as the caller sees it; 410 where she could see it once, 404 otherwise.</summary>
    public static async Task<MediatorListing> VisibleListingAsync(this PlatformDb db, Guid id, CancellationToken cancellationToken)
    {
        var listing = await db.MediatorListings.AsNoTracking().SingleOrDefaultAsync(listing => listing.ItemId == id, cancellationToken);
        if (listing is not null)
        {
            return listing;
        }

        var isWithdrawn = await db.Set<Foundation.Publishing.Tombstone>().AnyAsync(stone => stone.ItemId == id, cancellationToken);
        throw new ProblemException(isWithdrawn ? Problems.Withdrawn : Problems.NotFound);
    }

    /// <summary>For other areas: how many mediators the caller may see.</summary>
    public static Task<int> CountMediatorsAsync(this PlatformDb db, CancellationToken cancellationToken) => db.MediatorListings.CountAsync(cancellationToken);

    /// <param name="region">A key of a Land or Kreis: who covers a part of the Land, or the Land around the Kreis, is found too.</param>
    public static IQueryable<MediatorListing> Matching(this IQueryable<MediatorListing> listings, string? topic, string? language, string? region, string? method, bool? online)
    {
        listings = topic is null ? listings : listings.Where(listing => listing.Topics.Contains(topic));
        listings = language is null ? listings : listings.Where(listing => listing.LanguageCodes.Contains(language));
        listings = method is null ? listings : listings.Where(listing => listing.Methods.Contains(method));
        listings = online is null ? listings : listings.Where(listing => listing.Online == online);
        if (region is null)
        {
            return listings;
        }

        var land = region[..2];
        return region == land
            ? listings.Where(listing => listing.Regions.Any(key => key.Substring(0, 2) == land))
            : listings.Where(listing => listing.Regions.Any(key => key == land || key == region));
    }
}
