using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Invitations;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Members;

internal sealed class RemoveInvitation(PlatformDb db, Inviter inviter) : Endpoint<RemoveInvitationRequest>
{
    public override void Configure()
    {
        Delete("/tenant/invitations/{id:guid}");
        Summary(summary => summary.Summary = "Take an invitation back; its link is void at once");
    }

    public override async Task HandleAsync(RemoveInvitationRequest request, CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, inviter, request.Id, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }

    internal static async Task ExecuteAsync(PlatformDb db, Inviter inviter, Guid id, CancellationToken cancellationToken)
    {
        var invitation = await db.Invitations.AsTracking().SingleOrDefaultAsync(row => row.Id == id && row.AcceptedAt == null, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);
        await inviter.RevokeAsync(invitation, cancellationToken);
        db.Invitations.Remove(invitation);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <param name="Id">The invitation's id.</param>
public sealed record RemoveInvitationRequest(Guid Id);
