using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Invitations;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Members;

[Refuses(nameof(MemberProblems.AlreadyMember))]
internal sealed class InviteMember(PlatformDb db, Inviter inviter) : Endpoint<InviteMemberRequest, InvitationResponse>
{
    public override void Configure()
    {
        Post("/tenant/invitations");
        Description(endpoint => endpoint.Produces<InvitationResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Invite a person into my tenant";
            summary.Description = "She gets a mail with a link that is good once, for 14 days. Inviting the same address again is another invitation.";
            summary.ExampleRequest = new InviteMemberRequest { Name = "Kim Muster", Mail = "kim.muster@duisburg.example", Roles = [Role.Editor] };
        });
    }

    public override async Task HandleAsync(InviteMemberRequest request, CancellationToken cancellationToken)
    {
        var invitation = await ExecuteAsync(db, inviter, request, cancellationToken);

        HttpContext.Response.Headers.Location = $"/v1/tenant/invitations/{invitation.Id}";
        await Send.ResponseAsync(InvitationResponse.Of(invitation), StatusCodes.Status201Created, cancellationToken);
    }

    internal static async Task<Invitation> ExecuteAsync(PlatformDb db, Inviter inviter, InviteMemberRequest request, CancellationToken cancellationToken)
    {
        var mail = request.Mail.Trim();
        var signInName = mail.ToUpperInvariant();
        if (await db.MembersHere().AnyAsync(member => db.Users.Any(account => account.Id == member.AccountId && account.NormalizedEmail == signInName), cancellationToken))
        {
            throw new ProblemException(MemberProblems.AlreadyMember);
        }

        var invitation = inviter.Invite(new NewInvitation(InvitationKinds.Member, request.Name.Trim(), mail, request.Roles.ToFlags()));
        await db.SaveChangesAsync(cancellationToken);
        return invitation;
    }
}

/// <summary>Whom to invite, and to what.</summary>
public sealed record InviteMemberRequest
{
    /// <summary>How the mail addresses her; she gives her own name when she accepts. At most 160 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Where the link goes to; it becomes her sign-in name if she has no account yet.</summary>
    public required string Mail { get; init; }

    /// <summary>At least one role. Guests are set by changing a member, since they need a last day.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }
}

internal sealed class InviteMemberValidator : Validator<InviteMemberRequest>
{
    public InviteMemberValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(160).Matches(@"\A[^\p{Cc}]*\z").Says("control-character", "Steuerzeichen sind nicht erlaubt.", "Control characters are not allowed.");
        RuleFor(request => request.Mail).NotEmpty().MaximumLength(254).EmailAddress().Matches(@"\A[^\s\p{Cc}<>""]*\z").Says("email", "Erwartet wird eine E-Mail-Adresse, etwa vorname.nachname@stadt.example.", "An e-mail address is expected, such as first.last@town.example.");
        RuleFor(request => request.Roles).NotEmpty();
        RuleForEach(request => request.Roles).NotEqual(Role.Guest).Says("guest-without-end", "Gäste brauchen einen letzten Tag; der wird am Mitglied gesetzt.", "Guests need a last day, which is set on the member.");
    }
}
