namespace KoKo.Platform.Features.Mediators.Requests;

/// <summary>An appointment as both sides see it.</summary>
/// <param name="Id">The id of the booking.</param>
/// <param name="RequestId">The request it came from.</param>
/// <param name="Side">Which side the caller is on: <c>tenant</c> or <c>mediator</c>.</param>
/// <param name="MediatorName">The mediator's name.</param>
/// <param name="TenantName">The tenant.</param>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="End">When it ends, UTC.</param>
/// <param name="TimeZone">The mediator's IANA zone.</param>
/// <param name="Topic">Code of the vocabulary topic.</param>
/// <param name="Format">onsite or online.</param>
/// <param name="IsCancelled">Whether the tenant cancelled it.</param>
public sealed record BookingResponse(
    Guid Id,
    Guid RequestId,
    RequestSide Side,
    string MediatorName,
    string TenantName,
    DateTime Start,
    DateTime End,
    string TimeZone,
    string Topic,
    MediationFormat Format,
    bool IsCancelled)
{
    internal static BookingResponse Of(Booking booking, Guid? account) => new(
        booking.Id,
        booking.RequestId,
        booking.OwnerId == account ? RequestSide.Mediator : RequestSide.Tenant,
        booking.MediatorName,
        booking.TenantName,
        booking.Start,
        booking.End,
        booking.TimeZone,
        booking.Topic,
        booking.Format,
        booking.CancelledAt is not null);
}
