using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;

namespace KoKo.Platform.Features.Mediators.Listings;

[SendsETag]
[Refuses(nameof(Problems.NotFound), nameof(MediatorProblems.ConsentOutdated), nameof(MediatorProblems.ProfileIncomplete))]
internal sealed class PublishMediatorListing(PlatformDb db, Publisher publisher, Outbox outbox, TimeProvider clock)
    : Endpoint<PublishMediatorListingRequest, MediatorListingResponse>
{
    public override void Configure()
    {
        Post("/mediator/listing");
        Description(endpoint => endpoint.Produces<MediatorListingResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Consent to be listed and publish my listing";
            summary.Description = "Names the audiences and the version of the consent text that was read; both are recorded. Sent again, it replaces the audiences by a new consent.";
            summary.ExampleRequest = new PublishMediatorListingRequest([Audience.Public, Audience.Network], ConsentText.Version);
        });
    }

    public override async Task HandleAsync(PublishMediatorListingRequest request, CancellationToken cancellationToken)
    {
        var (profile, consent) = await ExecuteAsync(db, publisher, outbox, clock, request, cancellationToken);

        HttpContext.Response.Headers.Location = $"/v1/mediators/{profile.ListingId}";
        HttpContext.SetETag(profile.Version);
        await Send.ResponseAsync(new MediatorListingResponse(profile.ListingId, ListingConsentResponse.Of(consent)), StatusCodes.Status201Created, cancellationToken);
    }

    internal static Task<(MediatorProfile Profile, ListingConsent Consent)> ExecuteAsync(
        PlatformDb db,
        Publisher publisher,
        Outbox outbox,
        TimeProvider clock,
        PublishMediatorListingRequest request,
        CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var profile = await db.OwnProfileAsync(cancellationToken);
            if (request.ConsentVersion != ConsentText.Version)
            {
                throw new ProblemException(MediatorProblems.ConsentOutdated, [new ProblemError("/consentVersion", "outdated", ConsentText.Version)]);
            }

            await db.DemandAudiencesAsync(request.Audiences, cancellationToken);
            ListingReadiness.Require(profile);
            var now = clock.GetUtcNow().UtcDateTime;
            (await db.CurrentConsentAsync(cancellationToken))?.Withdraw(now);
            var consent = new ListingConsent(request.Audiences, db.Context.Actor, now);
            db.ListingConsents.Add(consent);
            await publisher.ReleaseListingAsync(profile, consent.Audiences, clock, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await publisher.RewriteFreeWindowsAsync(db, clock, cancellationToken);
            await outbox.RollFreeWindowsDailyAsync(db, profile, 0, clock, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return (profile, consent);
        },
        cancellationToken);
}

/// <param name="Audiences">Who shall see the listing: <c>public</c>, <c>network</c>, <c>land:05</c>, <c>district:05374</c> or <c>tenant:</c> with a tenant's id.</param>
/// <param name="ConsentVersion">The version of the consent text that was read, from GET /v1/mediator.</param>
public sealed record PublishMediatorListingRequest(IReadOnlyList<string> Audiences, string ConsentVersion);

internal sealed class PublishMediatorListingValidator : Validator<PublishMediatorListingRequest>
{
    public PublishMediatorListingValidator()
    {
        RuleFor(request => request.Audiences).NotEmpty().DistinctCodes();
        RuleForEach(request => request.Audiences).IsAudience();
        RuleFor(request => request.ConsentVersion).NotEmpty();
    }
}

/// <summary>A published listing.</summary>
/// <param name="Id">The id of the listing.</param>
/// <param name="Consent">The consent it stands on.</param>
public sealed record MediatorListingResponse(Guid Id, ListingConsentResponse Consent);
