namespace KoKo.Platform.Features.Mediators.Requests;

/// <summary>A request as both sides see it. It holds no address and nobody who takes part in the conflict.</summary>
/// <param name="Id">The id of the request.</param>
/// <param name="Side">Which side the caller is on: <c>tenant</c> or <c>mediator</c>.</param>
/// <param name="MediatorId">The id of the mediator's listing.</param>
/// <param name="MediatorName">The mediator's name as it was listed.</param>
/// <param name="TenantName">The tenant that asks.</param>
/// <param name="State">requested, accepted, declined, cancelled or expired.</param>
/// <param name="Start">When the slot begins, UTC.</param>
/// <param name="End">When the slot ends, UTC.</param>
/// <param name="TimeZone">The mediator's IANA zone.</param>
/// <param name="Topic">Code of the vocabulary topic.</param>
/// <param name="Level">Code of the vocabulary conflictLevel.</param>
/// <param name="Format">onsite or online.</param>
/// <param name="TimeFrame">What the tenant says about the time frame.</param>
/// <param name="ContactFunction">The function in the tenant to talk to; no person's name.</param>
/// <param name="RefusalReason">Why the mediator declined, if she says so.</param>
/// <param name="CreatedAt">When it was sent.</param>
/// <param name="Version">Counts the changes of the request.</param>
/// <param name="ExpiresAt">Until when the mediator can answer.</param>
public sealed record MediationRequestResponse(
    Guid Id,
    RequestSide Side,
    Guid MediatorId,
    string MediatorName,
    string TenantName,
    RequestState State,
    DateTime Start,
    DateTime End,
    string TimeZone,
    string Topic,
    string Level,
    MediationFormat Format,
    string? TimeFrame,
    string ContactFunction,
    string? RefusalReason,
    DateTime CreatedAt,
    int Version,
    DateTime ExpiresAt)
{
    internal static MediationRequestResponse Of(MediationRequest request, Guid? account, DateTime now) => new(
        request.Id,
        request.OwnerId == account ? RequestSide.Mediator : RequestSide.Tenant,
        request.ListingId,
        request.MediatorName,
        request.TenantName,
        request.StateAt(now),
        request.Start,
        request.End,
        request.TimeZone,
        request.Topic,
        request.Level,
        request.Format,
        request.Note,
        request.ContactFunction,
        request.RefusalReason,
        request.CreatedAt,
        request.Version,
        request.ExpiresAt);
}

/// <summary>The sides of a request.</summary>
public enum RequestSide
{
    Tenant,
    Mediator,
}
