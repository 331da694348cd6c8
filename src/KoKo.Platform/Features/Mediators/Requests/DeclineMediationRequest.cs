using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;

namespace KoKo.Platform.Features.Mediators.Requests;

[Refuses(nameof(MediatorProblems.RequestClosed))]
internal sealed class DeclineMediationRequest(PlatformDb db, Outbox outbox, TimeProvider clock)
    : Endpoint<DeclineMediationRequestRequest, MediationRequestResponse>
{
    public override void Configure()
    {
        Post("/requests/{id:guid}/refusal");
        Summary(summary =>
        {
            summary.Summary = "Decline a request that was sent to me";
            summary.Params["id"] = "The id of the request.";
            summary.ExampleRequest = new DeclineMediationRequestRequest(Guid.Empty, "In diesem Quartal sind alle Plätze vergeben.");
        });
    }

    public override async Task HandleAsync(DeclineMediationRequestRequest request, CancellationToken cancellationToken)
    {
        var declined = await ExecuteAsync(db, outbox, clock, request.Id, request.Reason, cancellationToken);

        HttpContext.SetETag(declined.Version);
        await Send.OkAsync(MediationRequestResponse.Of(declined, db.Context.AccountId, clock.GetUtcNow().UtcDateTime), cancellationToken);
    }

    internal static async Task<MediationRequest> ExecuteAsync(PlatformDb db, Outbox outbox, TimeProvider clock, Guid id, string? reason, CancellationToken cancellationToken)
    {
        var request = await db.RequestToMeAsync(id, cancellationToken);
        request.Decline(reason, clock.GetUtcNow().UtcDateTime);
        outbox.TellBothSides(request);
        await db.SaveChangesAsync(cancellationToken);
        return request;
    }
}

/// <param name="Id">The id of the request.</param>
/// <param name="Reason">Why, in plain text, at most 500 characters; the tenant reads it.</param>
public sealed record DeclineMediationRequestRequest(Guid Id, string? Reason);

internal sealed class DeclineMediationRequestValidator : Validator<DeclineMediationRequestRequest>
{
    public DeclineMediationRequestValidator() => RuleFor(request => request.Reason).MaximumLength(500).PlainText();
}
