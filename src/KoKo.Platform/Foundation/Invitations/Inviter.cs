using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Invitations;

/// <summary>Invites people, in the inviting tenant's context. The caller saves.</summary>
internal sealed class Inviter(PlatformDb db, Outbox outbox, IOptions<PlatformOptions> platform, TimeProvider clock)
{
    /// <summary>Adds the invitation; its mail with the one-time link follows from the outbox.</summary>
    public Invitation Invite(NewInvitation asked)
    {
        var invitation = Add(asked);
        outbox.Enqueue(new Owner(OwnerKind.Tenant, invitation.TenantId), InvitationLetter.Name, invitation.Id);
        return invitation;
    }

    /// <summary>Adds the invitation without any mail: whoever runs the installation hands the link over.</summary>
    public Uri InviteByLink(NewInvitation asked) => LinkTo(IssueTicket(Add(asked)));

    public Uri LinkTo(string token) => platform.Value.LinkTo($"/einladung/{token}");

    /// <summary>Makes a fresh token; links sent before are void as soon as the caller has saved.</summary>
    /// <returns>The token, which is stored nowhere.</returns>
    public async Task<string> RenewTicketAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        await RevokeAsync(invitation, cancellationToken);
        return IssueTicket(invitation);
    }

    /// <summary>Voids every link to the invitation.</summary>
    public async Task RevokeAsync(Invitation invitation, CancellationToken cancellationToken)
    {
        var tickets = await db.Tickets.AsTracking().Where(ticket => ticket.TenantId == invitation.TenantId && ticket.SubjectId == invitation.Id).ToListAsync(cancellationToken);
        db.Tickets.RemoveRange(tickets);
    }

    private Invitation Add(NewInvitation asked)
    {
        var tenant = db.Context.Tenant ?? throw new TenantNotSetException();
        var invitation = new Invitation(tenant.Id, asked, db.Context.Actor, clock.GetUtcNow().UtcDateTime);
        db.Invitations.Add(invitation);
        return invitation;
    }

    private string IssueTicket(Invitation invitation)
    {
        var token = Ticket.NewToken();
        db.Tickets.Add(new Ticket(Ticket.HashOf(token), invitation.TenantId, invitation.Kind, invitation.Id, invitation.ExpiresAt));
        return token;
    }
}

internal static class InvitationSetup
{
    public static WebApplicationBuilder AddInvitations(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Inviter>();
        builder.Services.AddScoped<Acceptance>();
        foreach (var kind in typeof(IInvitationKind).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IInvitationKind))))
        {
            builder.Services.AddScoped(typeof(IInvitationKind), kind);
        }

        return builder;
    }
}
