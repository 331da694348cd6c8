using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Invitations;

namespace KoKo.Platform.Features.Mediators.Profiles;

internal sealed class InviteMediator(PlatformDb db, Inviter inviter) : Endpoint<InviteMediatorRequest, MediatorInvitationResponse>
{
    public override void Configure()
    {
        Post("/mediators/invitations");
        Description(endpoint => endpoint.Produces<MediatorInvitationResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Invite a person to become a mediator";
            summary.Description = "She gets a mail with a link that is good once, for 14 days. Accepting gives her a profile of her own, without any membership; what is published she decides herself.";
            summary.ExampleRequest = new InviteMediatorRequest("Kim Vorbild", "kim.vorbild@mediation.example");
        });
    }

    public override async Task HandleAsync(InviteMediatorRequest request, CancellationToken cancellationToken)
    {
        var invitation = await ExecuteAsync(db, inviter, request, cancellationToken);
        HttpContext.Response.Headers.Location = $"/v1/tenant/invitations/{invitation.Id}";
        await Send.ResponseAsync(new MediatorInvitationResponse(invitation.Id, invitation.Name, invitation.ExpiresAt), StatusCodes.Status201Created, cancellationToken);
    }

    internal static async Task<Invitation> ExecuteAsync(PlatformDb db, Inviter inviter, InviteMediatorRequest request, CancellationToken cancellationToken)
    {
        var invitation = inviter.Invite(new NewInvitation(MediatorInvitation.Kind, request.Name.Trim(), request.Mail.Trim()));
        await db.SaveChangesAsync(cancellationToken);
        return invitation;
    }
}

/// <param name="Name">How the mail addresses her, at most 160 characters.</param>
/// <param name="Mail">Where the link goes to; it becomes her sign-in name, if she has no account, and her contact address.</param>
public sealed record InviteMediatorRequest(string Name, string Mail);

internal sealed class InviteMediatorValidator : Validator<InviteMediatorRequest>
{
    public InviteMediatorValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(160).PlainLine();
        RuleFor(request => request.Mail).NotEmpty().MaximumLength(254).EmailAddress().PlainHeader();
    }
}

/// <summary>An invitation that is on its way.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Whom it addresses.</param>
/// <param name="ExpiresAt">Until when its link is good.</param>
public sealed record MediatorInvitationResponse(Guid Id, string Name, DateTime ExpiresAt);
