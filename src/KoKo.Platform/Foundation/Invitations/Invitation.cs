using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Invitations;

/// <summary>A tenant asks a person in: as a member with roles, or in another kind that an area knows.</summary>
internal sealed class Invitation : ITenantOwned
{
    /// <summary>How long the link is good.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    private Invitation()
    {
    }

    public Invitation(Guid tenantId, NewInvitation asked, string invitedBy, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.NewGuid();
        TenantId = tenantId;
        Kind = asked.Kind;
        Name = asked.Name;
        Mail = asked.Mail;
        Roles = asked.Roles;
        InvitedBy = invitedBy;
        InvitedAt = now;
        ExpiresAt = now + Kept;
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The <see cref="IInvitationKind.Name"/> of what acceptance does.</summary>
    public string Kind { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Mail { get; private set; } = "";

    public Roles Roles { get; private set; }

    public string InvitedBy { get; private set; } = "";

    public DateTime InvitedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public bool IsOpenAt(DateTime now) => AcceptedAt is null && now < ExpiresAt;

    public void Accept(DateTime now) => AcceptedAt = now;
}

/// <param name="Kind">The <see cref="IInvitationKind.Name"/>.</param>
/// <param name="Roles">For members; None for other kinds.</param>
internal sealed record NewInvitation(string Kind, string Name, string Mail, Roles Roles = Roles.None);
