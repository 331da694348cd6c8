using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Mediators.Requests;

internal sealed class GetMediationRequest(PlatformDb db, TimeProvider clock) : Endpoint<GetMediationRequestRequest, MediationRequestResponse>
{
    public override void Configure()
    {
        Get("/requests/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Get one request";
            summary.Params["id"] = "The id of the request.";
        });
    }

    public override async Task HandleAsync(GetMediationRequestRequest request, CancellationToken cancellationToken)
    {
        var sent = await db.RequestOfMineAsync(request.Id, cancellationToken);

        HttpContext.SetETag(sent.Version);
        await Send.OkAsync(MediationRequestResponse.Of(sent, db.Context.AccountId, clock.GetUtcNow().UtcDateTime), cancellationToken);
    }
}

/// <param name="Id">The id of the request.</param>
public sealed record GetMediationRequestRequest(Guid Id);
