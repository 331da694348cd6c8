using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Profiles;

/// <summary>An invitation to become a mediator: a profile of her own, no membership.</summary>
internal sealed class MediatorInvitation(OwnerContext owners) : IInvitationKind
{
    public const string Kind = "mediator";

    public string Name => Kind;

    public string Purpose => "sich auf der KoKo Plattform als Mediator*in vorzustellen";

    public Task AcceptAsync(Invitation invitation, Account account, string name, CancellationToken cancellationToken) => owners.RunAsync(
        new Owner(OwnerKind.Person, account.Id),
        async (_, db) =>
        {
            // who is a mediator already keeps her profile
            if (!await db.MediatorProfiles.AnyAsync(cancellationToken))
            {
                db.MediatorProfiles.Add(new MediatorProfile(name, invitation.Mail));
                await db.SaveChangesAsync(cancellationToken);
            }

            return true;
        },
        cancellationToken);
}
