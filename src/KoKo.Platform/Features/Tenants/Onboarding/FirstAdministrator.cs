using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Tenants.Onboarding;

/// <summary>
/// A tenant that nobody has entered yet, seen in its own context: whoever made it may invite its first administrator anew.
/// From the first member on it invites people itself, and nobody else does.
/// </summary>
internal static class FirstAdministrator
{
    /// <summary>Voids what was sent so far. The caller invites and saves.</summary>
    /// <returns>The invitation to make; null where somebody is a member already.</returns>
    public static async Task<NewInvitation?> InvitedAnewAsync(PlatformDb db, Inviter inviter, string name, string mail, CancellationToken cancellationToken)
    {
        if (await db.Members.AnyAsync(cancellationToken))
        {
            return null;
        }

        foreach (var sent in await db.Invitations.AsTracking().ToListAsync(cancellationToken))
        {
            await inviter.RevokeAsync(sent, cancellationToken);
            db.Invitations.Remove(sent);
        }

        return new NewInvitation(InvitationKinds.Member, name, mail, Roles.Administrator);
    }
}
