using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Requests;

internal static class RequestQueries
{
    /// <summary>A request that the caller may answer: 404 where she is no side of it, 403 where she is the other one.</summary>
    public static async Task<MediationRequest> RequestToMeAsync(this PlatformDb db, Guid id, CancellationToken cancellationToken)
    {
        var request = await db.RequestOfMineAsync(id, cancellationToken);
        return request.OwnerId == db.Context.AccountId ? request : throw new ProblemException(Problems.Forbidden);
    }

    public static async Task<MediationRequest> RequestOfMineAsync(this PlatformDb db, Guid id, CancellationToken cancellationToken) =>
        await db.MediationRequests.SingleOrDefaultAsync(request => request.Id == id, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);

    public static IQueryable<MediationRequest> In(this IQueryable<MediationRequest> requests, RequestState? state, DateTime now) => state switch
    {
        null => requests,
        RequestState.Requested => requests.Where(request => request.State == RequestState.Requested && request.ExpiresAt > now),
        RequestState.Expired => requests.Where(request => request.State == RequestState.Expired || (request.State == RequestState.Requested && request.ExpiresAt <= now)),
        _ => requests.Where(request => request.State == state),
    };

    /// <summary>Closes what nobody answered in time; runs in the mediator's context.</summary>
    public static async Task ExpireRequestsAsync(this Outbox outbox, PlatformDb db, Guid mediatorId, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var overdue = await db.MediationRequests
            .Where(request => request.OwnerId == mediatorId && request.State == RequestState.Requested && request.ExpiresAt <= now)
            .ToListAsync(cancellationToken);
        foreach (var request in overdue)
        {
            request.Expire(now);
            outbox.TellBothSides(request);
        }
    }

    /// <summary>Mails to both sides, in the transaction of the change.</summary>
    public static void TellBothSides(this Outbox outbox, MediationRequest request)
    {
        outbox.Enqueue(new Owner(OwnerKind.Person, request.OwnerId), MailToMediator.Name, request.Id);
        outbox.Enqueue(new Owner(OwnerKind.Tenant, request.PartyId), MailToTenant.Name, request.Id);
    }
}
