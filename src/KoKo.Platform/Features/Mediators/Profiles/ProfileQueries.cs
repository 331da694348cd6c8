using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Profiles;

internal static class ProfileQueries
{
    /// <summary>The caller's profile; 404 for an app and for a person who is no mediator.</summary>
    public static async Task<MediatorProfile> OwnProfileAsync(this PlatformDb db, CancellationToken cancellationToken) =>
        await db.FindOwnProfileAsync(cancellationToken) ?? throw new ProblemException(Problems.NotFound);

    public static async Task<MediatorProfile?> FindOwnProfileAsync(this PlatformDb db, CancellationToken cancellationToken) =>
        db.Context.AccountId is null ? null : await db.MediatorProfiles.SingleOrDefaultAsync(cancellationToken);

    /// <summary>The consent under which the caller is listed now, if she is.</summary>
    public static Task<ListingConsent?> CurrentConsentAsync(this PlatformDb db, CancellationToken cancellationToken) =>
        db.ListingConsents.SingleOrDefaultAsync(consent => consent.WithdrawnAt == null, cancellationToken);

    /// <summary>The caller as owner of her listing.</summary>
    public static Owner OwnerOf(MediatorProfile profile) => new(OwnerKind.Person, profile.AccountId);
}
