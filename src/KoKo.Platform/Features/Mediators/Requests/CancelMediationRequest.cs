using FastEndpoints;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Requests;

[Refuses(nameof(MediatorProblems.RequestClosed))]
internal sealed class CancelMediationRequest(PlatformDb db, OwnerContext owners, TimeProvider clock) : Endpoint<CancelMediationRequestRequest>
{
    public override void Configure()
    {
        Delete("/requests/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Cancel a request of my tenant";
            summary.Description = "Also after it was accepted, until the appointment begins: its slot is free again. The request stays readable as cancelled.";
            summary.Params["id"] = "The id of the request.";
        });
    }

    public override async Task HandleAsync(CancelMediationRequestRequest request, CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, owners, clock, request.Id, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }

    internal static async Task ExecuteAsync(PlatformDb db, OwnerContext owners, TimeProvider clock, Guid id, CancellationToken cancellationToken)
    {
        var tenant = db.Context.Tenant ?? throw new TenantNotSetException();
        var seen = await db.MediationRequests.AsNoTracking().Where(request => request.Id == id).Select(request => new { request.OwnerId, request.PartyId }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);
        if (seen.PartyId != tenant.Id)
        {
            throw new ProblemException(Problems.Forbidden);
        }

        await owners.RunAsync(new Owner(OwnerKind.Person, seen.OwnerId), (services, inside) => CancelAsync(services, inside, id, clock, cancellationToken), cancellationToken);
    }

    private static async Task<bool> CancelAsync(IServiceProvider services, PlatformDb db, Guid id, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var request = await db.MediationRequests.SingleAsync(request => request.Id == id, cancellationToken);
        var booking = await db.Bookings.SingleOrDefaultAsync(booking => booking.RequestId == id && booking.CancelledAt == null, cancellationToken);
        request.Cancel(now);
        booking?.Cancel(now);
        services.GetRequiredService<Outbox>().TellBothSides(request);
        await db.SaveChangesAsync(cancellationToken);
        if (booking is not null)
        {
            await services.GetRequiredService<Publisher>().RewriteFreeWindowsAsync(db, clock, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return true;
    }
}

/// <param name="Id">The id of the request.</param>
public sealed record CancelMediationRequestRequest(Guid Id);
