using FastEndpoints;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Availability;

[Refuses(nameof(Problems.NotFound))]
internal sealed class GetMediatorAvailability(PlatformDb db) : EndpointWithoutRequest<AvailabilityResponse>
{
    public override void Configure()
    {
        Get("/mediator/availability");
        Summary(summary =>
        {
            summary.Summary = "Get my availability as a mediator";
            summary.Description = "The weekly rules and the dates that differ, in wall time of the profile's zone.";
        });
    }

    public override async Task HandleAsync(CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(db, cancellationToken), cancellationToken);

    internal static async Task<AvailabilityResponse> ExecuteAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        var profile = await db.OwnProfileAsync(cancellationToken);
        var rules = await db.AvailabilityRules.AsNoTracking().ToListAsync(cancellationToken);
        var exceptions = await db.AvailabilityExceptions.AsNoTracking().ToListAsync(cancellationToken);
        return AvailabilityResponse.Of(profile.TimeZone, rules, exceptions);
    }
}
