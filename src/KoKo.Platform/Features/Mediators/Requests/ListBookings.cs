using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Requests;

internal sealed class ListBookings(PlatformDb db, Cursors cursors) : Endpoint<ListBookingsRequest, Page<BookingResponse>>
{
    private const int DefaultLimit = 25;

    public override void Configure()
    {
        Get("/bookings");
        Summary(summary =>
        {
            summary.Summary = "List the bookings I am a side of";
            summary.Description = "Those of the caller's tenant and, for a mediator, her own, in order of time.";
        });
    }

    public override async Task HandleAsync(ListBookingsRequest request, CancellationToken cancellationToken)
    {
        var limit = request.Limit ?? DefaultLimit;
        IQueryable<Booking> bookings = db.Bookings.AsNoTracking();
        if (cursors.ReadInstant(nameof(ListBookings), request.Cursor) is { } position)
        {
            bookings = bookings.Where(booking => booking.Start > position.At || (booking.Start == position.At && booking.Id > position.Id));
        }

        var rows = await bookings.OrderBy(booking => booking.Start).ThenBy(booking => booking.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var next = rows.Count > limit ? cursors.WriteInstant(nameof(ListBookings), rows[limit - 1].Start, rows[limit - 1].Id) : null;
        await Send.OkAsync(new Page<BookingResponse>([.. rows.Take(limit).Select(booking => BookingResponse.Of(booking, db.Context.AccountId))], next), cancellationToken);
    }
}

/// <param name="Limit">How many at most, 1 to 100, 25 if not said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
public sealed record ListBookingsRequest(int? Limit, string? Cursor);

internal sealed class ListBookingsValidator : Validator<ListBookingsRequest>
{
    public ListBookingsValidator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
}
