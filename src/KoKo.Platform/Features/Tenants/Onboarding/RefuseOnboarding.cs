using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Tenants.Onboarding;

[Refuses(nameof(OnboardingProblems.AlreadyApproved), nameof(OnboardingProblems.AlreadyRefused))]
internal sealed class RefuseOnboarding(PlatformDb db, Outbox outbox, TimeProvider clock) : Endpoint<RefuseOnboardingRequest, OnboardingResponse>
{
    public override void Configure()
    {
        Post("/onboarding/{id:guid}/refusal");
        Summary(summary =>
        {
            summary.Summary = "Refuse an application";
            summary.Description = "The contact is told the reason by mail. The applicant may apply again.";
            summary.ExampleRequest = new RefuseOnboardingRequest(Guid.Empty, "Bitte stellen Sie den Antrag mit einer dienstlichen Adresse noch einmal.");
        });
    }

    public override async Task HandleAsync(RefuseOnboardingRequest request, CancellationToken cancellationToken)
    {
        var application = await ExecuteAsync(db, outbox, clock, request, cancellationToken);
        HttpContext.SetETag(application.Version);
        await Send.OkAsync(OnboardingResponse.Of(application), cancellationToken);
    }

    internal static async Task<OnboardingApplication> ExecuteAsync(PlatformDb db, Outbox outbox, TimeProvider clock, RefuseOnboardingRequest request, CancellationToken cancellationToken)
    {
        var application = await db.Onboardings.GetAsync(request.Id, cancellationToken);
        application.Refuse(request.Reason.Trim(), db.Context.Actor, clock.GetUtcNow().UtcDateTime);
        outbox.Enqueue(new Owner(OwnerKind.Tenant, application.OwnerId), TellApplicant.Name, application.Id);
        await db.SaveChangesAsync(cancellationToken);
        return application;
    }
}

/// <param name="Id">The application.</param>
/// <param name="Reason">What the contact is told, 10 to 1000 characters.</param>
public sealed record RefuseOnboardingRequest(Guid Id, string Reason);

internal sealed class RefuseOnboardingValidator : Validator<RefuseOnboardingRequest>
{
    public RefuseOnboardingValidator()
    {
        RuleFor(request => request.Reason).NotEmpty();
        RuleFor(request => request.Reason).MinimumLength(10).MaximumLength(OnboardingRules.LongestReason)
            .Must(reason => !reason.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            .Says("control-character", "Steuerzeichen sind nicht erlaubt.", "Control characters are not allowed.")
            .When(request => !string.IsNullOrEmpty(request.Reason));
    }
}
