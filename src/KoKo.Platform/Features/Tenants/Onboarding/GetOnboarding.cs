using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Tenants.Onboarding;

internal sealed class GetOnboarding(PlatformDb db) : Endpoint<GetOnboardingRequest, OnboardingResponse>
{
    public override void Configure()
    {
        Get("/onboarding/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Get one application";
            summary.Description = "For the office: who applies, with which key, and where the application stands.";
        });
    }

    public override async Task HandleAsync(GetOnboardingRequest request, CancellationToken cancellationToken)
    {
        var application = await db.Onboardings.AsNoTracking().GetAsync(request.Id, cancellationToken);
        HttpContext.SetETag(application.Version);
        await Send.OkAsync(OnboardingResponse.Of(application), cancellationToken);
    }
}

/// <param name="Id">The application.</param>
public sealed record GetOnboardingRequest(Guid Id);
