using System.Linq.Expressions;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Mediators.Requests;

/// <summary>An appointment that both sides agreed on. A mediator's standing bookings never overlap, whatever tenant they are for.</summary>
internal sealed class Booking : ITwoParty
{
    private Booking()
    {
    }

    public Booking(MediationRequest request, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.NewGuid();
        OwnerId = request.OwnerId;
        PartyId = request.PartyId;
        RequestId = request.Id;
        MediatorName = request.MediatorName;
        TenantName = request.TenantName;
        Start = request.Start;
        End = request.End;
        TimeZone = request.TimeZone;
        Topic = request.Topic;
        Format = request.Format;
        CreatedAt = now;
    }

    public Guid OwnerId { get; private set; }

    public Guid PartyId { get; private set; }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public string MediatorName { get; private set; } = "";

    public string TenantName { get; private set; } = "";

    public DateTime Start { get; private set; }

    public DateTime End { get; private set; }

    public string TimeZone { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public MediationFormat Format { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    public void Cancel(DateTime now) => CancelledAt ??= now;

    /// <summary>The one statement of the rule: standing bookings of one mediator whose times have an instant in common.</summary>
    public static Expression<Func<Booking, bool>> Overlapping(Guid mediatorId, DateTime start, DateTime end) =>
        booking => booking.OwnerId == mediatorId && booking.CancelledAt == null && booking.Start < end && booking.End > start;
}

internal static class BookingQueries
{
    /// <summary>What takes a mediator's time.</summary>
    public static IQueryable<Booking> Standing(this IQueryable<Booking> bookings, Guid mediatorId) =>
        bookings.Where(booking => booking.OwnerId == mediatorId && booking.CancelledAt == null);
}
