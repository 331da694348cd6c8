using KoKo.Platform.Foundation.Invitations;

namespace KoKo.Platform.Features.Members;

/// <summary>An invitation that nobody has accepted yet. Its link is in the mail alone.</summary>
/// <param name="Id">The invitation's id.</param>
/// <param name="Kind">What it is to: <c>member</c> or <c>mediator</c>.</param>
/// <param name="Name">Who is invited.</param>
/// <param name="Mail">Where the link was sent to.</param>
/// <param name="Roles">What she will be allowed as a member; empty for other kinds.</param>
/// <param name="InvitedAt">When she was invited.</param>
/// <param name="ExpiresAt">Until when the link is good.</param>
public sealed record InvitationResponse(Guid Id, string Kind, string Name, string Mail, IReadOnlyList<Role> Roles, DateTime InvitedAt, DateTime ExpiresAt)
{
    internal static InvitationResponse Of(Invitation invitation) => new(
        invitation.Id, invitation.Kind, invitation.Name, invitation.Mail, invitation.Roles.ToList(), invitation.InvitedAt, invitation.ExpiresAt);
}
