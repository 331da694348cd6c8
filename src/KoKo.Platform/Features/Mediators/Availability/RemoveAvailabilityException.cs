using FastEndpoints;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Availability;

internal sealed class RemoveAvailabilityException(PlatformDb db, Publisher publisher, TimeProvider clock) : Endpoint<RemoveAvailabilityExceptionRequest>
{
    public override void Configure()
    {
        Delete("/mediator/availability/exceptions/{date}");
        Summary(summary =>
        {
            summary.Summary = "Let my week hold on that date again";
            summary.Params["date"] = "The date, such as 2034-05-02.";
        });
    }

    public override async Task HandleAsync(RemoveAvailabilityExceptionRequest request, CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, publisher, clock, request.Date, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }

    internal static Task<bool> ExecuteAsync(PlatformDb db, Publisher publisher, TimeProvider clock, DateOnly date, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.OwnProfileAsync(cancellationToken);
            var exception = await db.AvailabilityExceptions.SingleOrDefaultAsync(exception => exception.Date == date, cancellationToken)
                ?? throw new ProblemException(Problems.NotFound);
            db.AvailabilityExceptions.Remove(exception);
            await db.SaveChangesAsync(cancellationToken);
            await publisher.RewriteFreeWindowsAsync(db, clock, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        },
        cancellationToken);
}

/// <param name="Date">The date, such as <c>2034-05-02</c>.</param>
public sealed record RemoveAvailabilityExceptionRequest(DateOnly Date);
