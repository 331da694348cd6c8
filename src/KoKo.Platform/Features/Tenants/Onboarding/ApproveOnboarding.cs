using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Tenants.Onboarding;

[Refuses(nameof(OnboardingProblems.AlreadyApproved), nameof(OnboardingProblems.AlreadyRefused), nameof(OnboardingProblems.TenantExists))]
internal sealed class ApproveOnboarding(PlatformDb db, Outbox outbox, TimeProvider clock) : Endpoint<ApproveOnboardingRequest, OnboardingResponse>
{
    public override void Configure()
    {
        Post("/onboarding/{id:guid}/approval");
        Summary(summary =>
        {
            summary.Summary = "Approve an application";
            summary.Description = "Admits the applicant as an active tenant. The contact gets a one-time link by mail and becomes its first administrator.";
        });
    }

    public override async Task HandleAsync(ApproveOnboardingRequest request, CancellationToken cancellationToken)
    {
        var application = await ExecuteAsync(db, outbox, clock, request.Id, cancellationToken);
        HttpContext.SetETag(application.Version);
        await Send.OkAsync(OnboardingResponse.Of(application), cancellationToken);
    }

    internal static Task<OnboardingApplication> ExecuteAsync(PlatformDb db, Outbox outbox, TimeProvider clock, Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var application = await db.Onboardings.GetAsync(id, cancellationToken);
            application.DemandOpen();
            var now = clock.GetUtcNow().UtcDateTime;
            var key = RegionKey.Parse(application.RegionKey);
            await db.DemandNoTenantAsync(key, DateOnly.FromDateTime(now), cancellationToken);
            var slug = await TenantSlug.FreeAsync(db, application.Name, application.Kind, key, cancellationToken);
            var tenant = application.Approve(slug, db.Context.Actor, now);
            db.Tenants.Add(tenant);
            outbox.Enqueue(new Owner(OwnerKind.Tenant, tenant.Id), InviteFirstAdministrator.Name, application.Id);
            await db.SaveChangesAsync(cancellationToken);
            return application;
        },
        cancellationToken);
}

/// <param name="Id">The application.</param>
public sealed record ApproveOnboardingRequest(Guid Id);
