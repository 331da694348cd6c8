using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Conferences.Registrations;

/// <summary>Somebody takes part in a conference: the organiser sees it, and who registered.</summary>
internal sealed class Registration : ITwoParty
{
    private Registration()
    {
    }

    /// <param name="waitingPosition">Null = there was a seat.</param>
    public Registration(Guid ownerId, Guid conferenceId, RegistrationParty party, Participant participant, int? waitingPosition, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.NewGuid();
        OwnerId = ownerId;
        ConferenceId = conferenceId;
        PartyId = party.Id;
        PartyTenantId = party.TenantId;
        IsByApp = party.IsApp;
        ParticipantName = participant.Name;
        Organisation = participant.Organisation;
        Note = participant.Note;
        UniqueKey = party.UniqueKeyOf(participant);
        Status = waitingPosition is null ? RegistrationStatus.Confirmed : RegistrationStatus.Waiting;
        WaitingPosition = waitingPosition;
        RegisteredAt = now;
    }

    /// <summary>The tenant whose conference it is.</summary>
    public Guid OwnerId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ConferenceId { get; private set; }

    /// <summary>The account of the person who registered, or the tenant whose app did.</summary>
    public Guid PartyId { get; private set; }

    /// <summary>For which tenant a person acted, as her token said.</summary>
    public Guid? PartyTenantId { get; private set; }

    public bool IsByApp { get; private set; }

    public string ParticipantName { get; private set; } = "";

    public string? Organisation { get; private set; }

    public string? Note { get; private set; }

    /// <summary>With conference and party unique among what is not cancelled: a person registers once, an app each name once.</summary>
    public string UniqueKey { get; private set; } = "";

    public RegistrationStatus Status { get; private set; }

    /// <summary>Counted from 1; kept without gaps when somebody leaves the list.</summary>
    public int? WaitingPosition { get; private set; }

    public DateTime RegisteredAt { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    public int Version { get; private set; } = 1;

    public bool IsCancelled => Status == RegistrationStatus.Cancelled;

    public void MoveUp()
    {
        Status = RegistrationStatus.Confirmed;
        WaitingPosition = null;
        Version++;
    }

    public void Cancel(DateTime now)
    {
        Status = RegistrationStatus.Cancelled;
        WaitingPosition = null;
        CancelledAt = now;
        Version++;
    }
}

/// <summary>Where a registration stands.</summary>
public enum RegistrationStatus
{
    /// <summary>There is a seat.</summary>
    Confirmed,

    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>Given back.</summary>
    Cancelled,
}

/// <summary>Who takes part, as the organiser shall read it.</summary>
internal sealed record Participant(string Name, string? Organisation, string? Note);

/// <summary>Who registers: a person for herself, or an app for people of its tenant.</summary>
internal sealed record RegistrationParty(Guid Id, Guid? TenantId, bool IsApp)
{
    public static RegistrationParty? Of(TenantContext context) => context switch
    {
        { AccountId: { } account } => new RegistrationParty(account, context.Tenant?.Id, IsApp: false),
        { IsApp: true, Tenant: { } tenant } => new RegistrationParty(tenant.Id, tenant.Id, IsApp: true),
        _ => null,
    };

    public string UniqueKeyOf(Participant participant) =>
        IsApp ? participant.Name.Normalize(System.Text.NormalizationForm.FormC).ToUpperInvariant() : "";
}
