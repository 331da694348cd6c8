namespace KoKo.Platform.Features.Conferences.Registrations;

/// <summary>A registration as the one who registered sees it.</summary>
/// <param name="Id">Id of the registration.</param>
/// <param name="ConferenceId">The conference.</param>
/// <param name="Status">confirmed, waiting or cancelled.</param>
/// <param name="WaitingPosition">Place on the waiting list, counted from 1; only while waiting.</param>
/// <param name="ParticipantName">Who takes part.</param>
/// <param name="Organisation">For whom, if said.</param>
/// <param name="Note">What the organiser was told.</param>
/// <param name="RegisteredAt">When, UTC.</param>
/// <param name="CancelledAt">When it was cancelled, UTC.</param>
public sealed record RegistrationResponse(
    Guid Id,
    Guid ConferenceId,
    RegistrationStatus Status,
    int? WaitingPosition,
    string ParticipantName,
    string? Organisation,
    string? Note,
    DateTime RegisteredAt,
    DateTime? CancelledAt)
{
    internal static RegistrationResponse Of(Registration registration) => new(
        registration.Id,
        registration.ConferenceId,
        registration.Status,
        registration.WaitingPosition,
        registration.ParticipantName,
        registration.Organisation,
        registration.Note,
        registration.RegisteredAt,
        registration.CancelledAt);
}
