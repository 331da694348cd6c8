using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Mediators.Listings;

[Refuses(nameof(Problems.Withdrawn))]
internal sealed class GetMediator(PlatformDb db, TimeProvider clock) : Endpoint<GetMediatorRequest, MediatorResponse>
{
    public override void Configure()
    {
        Get("/mediators/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Get one mediator";
            summary.Description = "The listing as the caller may see it. 410 where it was withdrawn and the caller could see it before.";
            summary.Params["id"] = "The id of the listing.";
        });
    }

    public override async Task HandleAsync(GetMediatorRequest request, CancellationToken cancellationToken)
    {
        var listing = await db.VisibleListingAsync(request.Id, cancellationToken);
        await Send.OkAsync(MediatorResponse.Of(listing, clock.GetUtcNow().UtcDateTime), cancellationToken);
    }
}

/// <param name="Id">The id of the listing.</param>
public sealed record GetMediatorRequest(Guid Id);
