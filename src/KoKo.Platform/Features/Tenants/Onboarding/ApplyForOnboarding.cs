using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Tenants.Onboarding;

[Refuses(nameof(OnboardingProblems.NoOffice), nameof(OnboardingProblems.TenantExists), nameof(OnboardingProblems.ApplicationOpen))]
internal sealed class ApplyForOnboarding(PlatformDb db, OwnerContext owners, TimeProvider clock) : Endpoint<ApplyForOnboardingRequest, OnboardingReceiptResponse>
{
    public override void Configure()
    {
        Post("/onboarding");
        Description(description => description.Produces<OnboardingReceiptResponse>(StatusCodes.Status201Created), clearDefaults: false);
        Summary(summary =>
        {
            summary.Summary = "Apply as a Kommune, association, Kreis or Land";
            summary.Description = "Needs no token. The office checks the application; when it approves, the contact gets a one-time link by mail and becomes the first administrator. "
                + "The key is taken as it is and never padded; where a region register was imported it must be in it.";
            summary.ExampleRequest = new ApplyForOnboardingRequest(
                TenantKind.Municipality, "Musterkommune am See", "05999101", "Kim Beispiel", "kim.beispiel@musterkommune.example", "Stabsstelle Integration");
        });
    }

    public override async Task HandleAsync(ApplyForOnboardingRequest request, CancellationToken cancellationToken)
    {
        var application = await ExecuteAsync(db, owners, clock, request, cancellationToken);
        HttpContext.Response.Headers.Location = $"/v1/onboarding/{application.Id}";
        await Send.ResponseAsync(new OnboardingReceiptResponse(application.Id, application.State), StatusCodes.Status201Created, cancellationToken);
    }

    internal static async Task<OnboardingApplication> ExecuteAsync(PlatformDb db, OwnerContext owners, TimeProvider clock, ApplyForOnboardingRequest request, CancellationToken cancellationToken)
    {
        var office = await db.Tenants.Where(tenant => tenant.Kind == TenantKind.Office && tenant.State == TenantState.Active)
            .Select(tenant => (Guid?)tenant.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw new ProblemException(OnboardingProblems.NoOffice);
        var now = clock.GetUtcNow().UtcDateTime;
        var application = request.ToApplication(office, now);
        var key = RegionKey.Parse(request.RegionKey);
        await db.DemandRegisteredAsync(key, cancellationToken);
        await db.DemandNoTenantAsync(key, DateOnly.FromDateTime(now), cancellationToken);
        return await owners.RunAsync(
            new Owner(OwnerKind.Tenant, office),
            (services, inside) => SendAsync(inside, services.GetRequiredService<Outbox>(), application, cancellationToken),
            cancellationToken);
    }

    private static async Task<OnboardingApplication> SendAsync(PlatformDb db, Outbox outbox, OnboardingApplication application, CancellationToken cancellationToken)
    {
        if (await db.Onboardings.AnyAsync(other => other.OpenKey == application.OpenKey, cancellationToken))
        {
            throw new ProblemException(OnboardingProblems.ApplicationOpen);
        }

        db.Onboardings.Add(application);
        outbox.Enqueue(new Owner(OwnerKind.Tenant, application.OwnerId), TellOffice.Name, application.Id);
        await db.SaveChangesAsync(cancellationToken);
        return application;
    }
}

/// <param name="Kind">municipality, association, district or land. Office and providers do not apply.</param>
/// <param name="Name">The official name, at most 160 characters.</param>
/// <param name="RegionKey">A string of digits: 8 (AGS) or 12 (ARS) for a municipality, 9 for an association, 5 for a district, 2 for a Land.</param>
/// <param name="ContactName">Who becomes the first administrator, at most 160 characters.</param>
/// <param name="ContactMail">Her mail address; the invitation goes there.</param>
/// <param name="ContactFunction">Her function, such as <c>Stabsstelle Integration</c>, at most 120 characters.</param>
public sealed record ApplyForOnboardingRequest(
    TenantKind? Kind,
    string Name,
    string RegionKey,
    string ContactName,
    string ContactMail,
    string ContactFunction)
{
    internal OnboardingApplication ToApplication(Guid office, DateTime now) => new(
        office, Kind!.Value, Name.Trim(), Foundation.Regions.RegionKey.Parse(RegionKey), new OnboardingContact(ContactName.Trim(), ContactMail, ContactFunction.Trim()), now);
}

/// <summary>What the applicant is told.</summary>
/// <param name="Id">The application's id, to name it to the office.</param>
/// <param name="State">Open: the office will decide.</param>
public sealed record OnboardingReceiptResponse(Guid Id, OnboardingState State);

internal sealed class ApplyForOnboardingValidator : Validator<ApplyForOnboardingRequest>
{
    public ApplyForOnboardingValidator()
    {
        RuleFor(request => request.Kind).NotNull();
        RuleFor(request => request.Kind).Must(kind => kind is null || OnboardingRules.KindsByApplication.ContainsKey(kind.Value))
            .Says("kind-not-open", "Bewerben können sich Gemeinden, Gemeindeverbände, Kreise und Länder.", "Municipalities, associations, districts and Länder can apply.");
        RuleFor(request => request.Name).NotEmpty().MaximumLength(OnboardingRules.LongestName).IsTenantName();
        RuleFor(request => request.RegionKey).NotEmpty();
        RuleFor(request => request.RegionKey).FitsKind(request => request.Kind);
        RuleFor(request => request.ContactName).NotEmpty().MaximumLength(OnboardingRules.LongestName).IsPlainLine();
        RuleFor(request => request.ContactMail).NotEmpty();
        RuleFor(request => request.ContactMail).Must(MailAddress.IsOne).When(request => !string.IsNullOrEmpty(request.ContactMail))
            .Says("mail-address", "Eine E-Mail-Adresse wie name@kommune.de.", "A mail address such as name@kommune.de.");
        RuleFor(request => request.ContactFunction).NotEmpty().MaximumLength(OnboardingRules.LongestFunction).IsPlainLine();
    }
}
