using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Tenants.Onboarding;

[Refuses(nameof(OnboardingProblems.NotApproved), nameof(OnboardingProblems.InvitationAccepted))]
internal sealed class RenewOnboardingInvitation(PlatformDb db, OwnerContext owners) : Endpoint<RenewOnboardingInvitationRequest, OnboardingResponse>
{
    public override void Configure()
    {
        Post("/onboarding/{id:guid}/invitation");
        Summary(summary =>
        {
            summary.Summary = "Send the first administrator's invitation again";
            summary.Description = "For an approved applicant whose link was lost or has expired: the contact gets a new one by mail, good for 14 days, and older links are void. "
                + "409 invitation-accepted once somebody has entered the tenant.";
        });
    }

    public override async Task HandleAsync(RenewOnboardingInvitationRequest request, CancellationToken cancellationToken)
    {
        var application = await ExecuteAsync(db, owners, request.Id, cancellationToken);
        HttpContext.SetETag(application.Version);
        await Send.OkAsync(OnboardingResponse.Of(application), cancellationToken);
    }

    internal static async Task<OnboardingApplication> ExecuteAsync(PlatformDb db, OwnerContext owners, Guid id, CancellationToken cancellationToken)
    {
        var application = await db.Onboardings.AsNoTracking().GetAsync(id, cancellationToken);
        if (application.State != OnboardingState.Approved)
        {
            throw new ProblemException(OnboardingProblems.NotApproved);
        }

        await owners.RunAsync(
            new Owner(OwnerKind.Tenant, application.PartyId),
            (services, tenants) => InviteAsync(services.GetRequiredService<Inviter>(), tenants, application, cancellationToken),
            cancellationToken);
        return application;
    }

    private static async Task<Invitation> InviteAsync(Inviter inviter, PlatformDb db, OnboardingApplication application, CancellationToken cancellationToken)
    {
        var asked = await FirstAdministrator.InvitedAnewAsync(db, inviter, application.ContactName, application.ContactMail, cancellationToken)
            ?? throw new ProblemException(OnboardingProblems.InvitationAccepted);
        var invitation = inviter.Invite(asked);
        await db.SaveChangesAsync(cancellationToken);
        return invitation;
    }
}

/// <param name="Id">The application.</param>
public sealed record RenewOnboardingInvitationRequest(Guid Id);
