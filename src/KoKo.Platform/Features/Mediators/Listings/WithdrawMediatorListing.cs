using FastEndpoints;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;

namespace KoKo.Platform.Features.Mediators.Listings;

[Refuses(nameof(Problems.NotFound))]
internal sealed class WithdrawMediatorListing(PlatformDb db, Publisher publisher, TimeProvider clock) : EndpointWithoutRequest
{
    public override void Configure()
    {
        Delete("/mediator/listing");
        Summary(summary =>
        {
            summary.Summary = "Withdraw my consent and my listing";
            summary.Description = "The listing and its free slots are gone at once: 410 for those who could see it. 404 where nothing is published.";
        });
    }

    public override async Task HandleAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, publisher, clock, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }

    internal static Task<bool> ExecuteAsync(PlatformDb db, Publisher publisher, TimeProvider clock, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var profile = await db.OwnProfileAsync(cancellationToken);
            var consent = await db.CurrentConsentAsync(cancellationToken) ?? throw new ProblemException(Problems.NotFound);
            consent.Withdraw(clock.GetUtcNow().UtcDateTime);
            await publisher.WithdrawAsync<MediatorListing>(MediatorListing.Kind, ProfileQueries.OwnerOf(profile), profile.ListingId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await publisher.RewriteFreeWindowsAsync(db, clock, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        },
        cancellationToken);
}
