using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Invitations;

namespace KoKo.Platform.Features.Members;

[Refuses(nameof(Problems.NotFound), nameof(MemberProblems.AlreadyMember))]
internal sealed class AcceptInvitation(Acceptance acceptance) : Endpoint<AcceptInvitationRequest, AcceptInvitationResponse>
{
    public override void Configure()
    {
        Post("/invitations/acceptance");
        Description(endpoint => endpoint.Produces<AcceptInvitationResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Accept an invitation by the token of its link";
            summary.Description = "Makes the account, or adds to the one that this address has already: then its password is needed. The token is good once; a used, expired or unknown one is 404.";
            summary.ExampleRequest = new AcceptInvitationRequest { Token = "demo-invitation-to-duisburg", Name = "Robin Beispiel", Password = "ein-langes-passwort" };
        });
    }

    public override async Task HandleAsync(AcceptInvitationRequest request, CancellationToken cancellationToken)
    {
        var (account, accepted) = await acceptance.AcceptAsync(request.Token, request.Name.Trim(), request.Password, cancellationToken);

        var answer = new AcceptInvitationResponse(account.Id, accepted.Invitation.Kind, accepted.Tenant.Id, accepted.Tenant.Name, accepted.Invitation.Roles.ToList());
        HttpContext.Response.Headers.Location = "/v1/me";
        await Send.ResponseAsync(answer, StatusCodes.Status201Created, cancellationToken);
    }
}

/// <summary>The token, and who accepts.</summary>
public sealed record AcceptInvitationRequest
{
    /// <summary>The last part of the link in the mail.</summary>
    public required string Token { get; init; }

    /// <summary>What you want to be called; at most 160 characters.</summary>
    public required string Name { get; init; }

    /// <summary>For a new account at least 10 characters, 4 of them different; else the password of the account that is there.</summary>
    public required string Password { get; init; }
}

/// <summary>What the acceptance gave.</summary>
/// <param name="AccountId">The id of the account, new or not.</param>
/// <param name="Kind">What the invitation was to: <c>member</c> or <c>mediator</c>.</param>
/// <param name="TenantId">The tenant that invited.</param>
/// <param name="TenantName">Its name.</param>
/// <param name="Roles">The roles there; empty for other kinds.</param>
public sealed record AcceptInvitationResponse(Guid AccountId, string Kind, Guid TenantId, string TenantName, IReadOnlyList<Role> Roles);

internal sealed class AcceptInvitationValidator : Validator<AcceptInvitationRequest>
{
    public AcceptInvitationValidator()
    {
        RuleFor(request => request.Token).NotEmpty().MaximumLength(200);
        RuleFor(request => request.Name).NotEmpty().MaximumLength(160).Matches(@"\A[^\p{Cc}]*\z").Says("control-character", "Steuerzeichen sind nicht erlaubt.", "Control characters are not allowed.");
        RuleFor(request => request.Password).NotEmpty().MaximumLength(200);
    }
}
