using FastEndpoints;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Requests;

[Refuses(nameof(MediatorProblems.RequestClosed), nameof(MediatorProblems.OverlappingBooking))]
internal sealed class AcceptMediationRequest(PlatformDb db, Publisher publisher, Outbox outbox, TimeProvider clock)
    : Endpoint<AcceptMediationRequestRequest, BookingResponse>
{
    public override void Configure()
    {
        Post("/requests/{id:guid}/acceptance");
        Description(endpoint => endpoint.Produces<BookingResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Accept a request that was sent to me";
            summary.Description = "Makes it a booking and takes its time off the free slots. 409 where a booking overlaps or the request is closed.";
            summary.Params["id"] = "The id of the request.";
        });
    }

    public override async Task HandleAsync(AcceptMediationRequestRequest request, CancellationToken cancellationToken)
    {
        var booking = await ExecuteAsync(db, publisher, outbox, clock, request.Id, cancellationToken);

        HttpContext.Response.Headers.Location = $"/v1/requests/{request.Id}";
        await Send.ResponseAsync(BookingResponse.Of(booking, db.Context.AccountId), StatusCodes.Status201Created, cancellationToken);
    }

    // On SQLite the transaction holds the write gate from its beginning, so that nobody books between the look and the
    // insert. PostgreSQL gets an exclusion constraint over the same rule.
    internal static Task<Booking> ExecuteAsync(PlatformDb db, Publisher publisher, Outbox outbox, TimeProvider clock, Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var request = await db.RequestToMeAsync(id, cancellationToken);
            var booking = request.Accept(clock.GetUtcNow().UtcDateTime);
            if (await db.Bookings.AnyAsync(Booking.Overlapping(booking.OwnerId, booking.Start, booking.End), cancellationToken))
            {
                throw new ProblemException(MediatorProblems.OverlappingBooking);
            }

            db.Bookings.Add(booking);
            outbox.TellBothSides(request);
            await db.SaveChangesAsync(cancellationToken);
            await publisher.RewriteFreeWindowsAsync(db, clock, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return booking;
        },
        cancellationToken);
}

/// <param name="Id">The id of the request.</param>
public sealed record AcceptMediationRequestRequest(Guid Id);
