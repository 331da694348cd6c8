using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Mediators.Profiles;

[Refuses(nameof(Problems.NotFound))]
internal sealed class GetMediatorProfile(PlatformDb db, TimeProvider clock) : EndpointWithoutRequest<MediatorProfileResponse>
{
    public override void Configure()
    {
        Get("/mediator");
        Summary(summary =>
        {
            summary.Summary = "Get my profile as a mediator";
            summary.Description = "The caller's own profile, what of it is published, and the text of the consent that publishing asks for. 404 for whoever is no mediator.";
        });
    }

    public override async Task HandleAsync(CancellationToken cancellationToken)
    {
        var profile = await db.OwnProfileAsync(cancellationToken);
        var consent = await db.CurrentConsentAsync(cancellationToken);

        HttpContext.SetETag(profile.Version);
        await Send.OkAsync(MediatorProfileResponse.Of(profile, consent, clock.GetUtcNow().UtcDateTime), cancellationToken);
    }
}
