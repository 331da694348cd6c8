using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Requests;

internal sealed class ListMediationRequests(PlatformDb db, Cursors cursors, TimeProvider clock)
    : Endpoint<ListMediationRequestsRequest, Page<MediationRequestResponse>>
{
    private const int DefaultLimit = 25;

    public override void Configure()
    {
        Get("/requests");
        Summary(summary =>
        {
            summary.Summary = "List the requests I am a side of";
            summary.Description = "Those of the caller's tenant and, for a mediator, those sent to her; the newest first.";
        });
    }

    public override async Task HandleAsync(ListMediationRequestsRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(db, cursors, clock, request, cancellationToken), cancellationToken);

    internal static async Task<Page<MediationRequestResponse>> ExecuteAsync(PlatformDb db, Cursors cursors, TimeProvider clock, ListMediationRequestsRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var account = db.Context.AccountId;
        var limit = request.Limit ?? DefaultLimit;
        var requests = db.MediationRequests.AsNoTracking().In(request.State, now);
        requests = request.Side switch
        {
            RequestSide.Mediator => requests.Where(sent => sent.OwnerId == account),
            RequestSide.Tenant => requests.Where(sent => sent.OwnerId != account),
            _ => requests,
        };
        if (cursors.ReadInstant(nameof(ListMediationRequests), request.Cursor) is { } position)
        {
            requests = requests.Where(sent => sent.CreatedAt < position.At || (sent.CreatedAt == position.At && sent.Id < position.Id));
        }

        var rows = await requests.OrderByDescending(sent => sent.CreatedAt).ThenByDescending(sent => sent.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var next = rows.Count > limit ? cursors.WriteInstant(nameof(ListMediationRequests), rows[limit - 1].CreatedAt, rows[limit - 1].Id) : null;
        return new Page<MediationRequestResponse>([.. rows.Take(limit).Select(sent => MediationRequestResponse.Of(sent, account, now))], next);
    }
}

/// <param name="State">Only requests in this state.</param>
/// <param name="Side">Only those where the caller is on this side.</param>
/// <param name="Limit">How many at most, 1 to 100, 25 if not said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
public sealed record ListMediationRequestsRequest(RequestState? State, RequestSide? Side, int? Limit, string? Cursor);

internal sealed class ListMediationRequestsValidator : Validator<ListMediationRequestsRequest>
{
    public ListMediationRequestsValidator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
}
