using FastEndpoints;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;

namespace KoKo.Platform.Features.Mediators.Profiles;

[RequiresIfMatch]
[Refuses(nameof(Problems.NotFound), nameof(MediatorProblems.ProfileIncomplete))]
internal sealed class SetMediatorProfile(PlatformDb db, Publisher publisher, TimeProvider clock)
    : Endpoint<SetMediatorProfileRequest, MediatorProfileResponse>
{
    public override void Configure()
    {
        Put("/mediator");
        Summary(summary =>
        {
            summary.Summary = "Replace my profile as a mediator";
            summary.Description = "What is published follows at once, within the fields the consent covers. If-Match is demanded.";
            summary.ExampleRequest = SetMediatorProfileRequest.Example;
        });
    }

    public override async Task HandleAsync(SetMediatorProfileRequest request, CancellationToken cancellationToken)
    {
        var profile = await ExecuteAsync(db, publisher, clock, request, HttpContext.RequireMatch, cancellationToken);
        var consent = await db.CurrentConsentAsync(cancellationToken);

        HttpContext.SetETag(profile.Version);
        await Send.OkAsync(MediatorProfileResponse.Of(profile, consent, clock.GetUtcNow().UtcDateTime), cancellationToken);
    }

    internal static Task<MediatorProfile> ExecuteAsync(
        PlatformDb db,
        Publisher publisher,
        TimeProvider clock,
        SetMediatorProfileRequest request,
        Action<int> requireVersion,
        CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var profile = await db.OwnProfileAsync(cancellationToken);
            requireVersion(profile.Version);
            profile.Change(request.Name.Trim(), request.TimeZone, request.LeadTimeHours, request.ToContent(), request.ContactMail);
            await publisher.ReleaseListingAsync(db, profile, clock, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await publisher.RewriteFreeWindowsAsync(db, clock, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return profile;
        },
        cancellationToken);
}
