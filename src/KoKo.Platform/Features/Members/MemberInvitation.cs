using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Members;

/// <summary>An invitation to become a member of the tenant.</summary>
internal sealed class MemberInvitation(PlatformDb db, TimeProvider clock) : IInvitationKind
{
    public string Name => InvitationKinds.Member;

    public string Purpose => "auf der KoKo Plattform mitzuarbeiten";

    public async Task AcceptAsync(Invitation invitation, Account account, string name, CancellationToken cancellationToken)
    {
        if (await db.Members.AnyAsync(member => member.TenantId == invitation.TenantId && member.AccountId == account.Id, cancellationToken))
        {
            throw new ProblemException(MemberProblems.AlreadyMember);
        }

        db.Members.Add(new Member(invitation.TenantId, account.Id, name, invitation.Mail, invitation.Roles, clock.GetUtcNow().UtcDateTime));
    }
}
