using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Tenants;

[RequiresIfMatch]
internal sealed class ChangeOwnTenant(PlatformDb db, TenantDirectory directory) : Endpoint<ChangeOwnTenantRequest, OwnTenantResponse>
{
    public override void Configure()
    {
        Put("/tenant");
        Summary(summary =>
        {
            summary.Summary = "Change the own tenant";
            summary.Description = "Its name in the directory, and whether the four-eyes rule holds. Kind, slug and region keys are changed by the office.";
            summary.ExampleRequest = new ChangeOwnTenantRequest("Duisburg", true);
        });
    }

    public override async Task HandleAsync(ChangeOwnTenantRequest request, CancellationToken cancellationToken)
    {
        var tenant = await directory.GetOwnAsync(cancellationToken);
        HttpContext.RequireMatch(tenant.Version);
        await ExecuteAsync(db, tenant, request, cancellationToken);
        HttpContext.SetETag(tenant.Version);
        await Send.OkAsync(directory.DescribeOwn(tenant), cancellationToken);
    }

    internal static Task ExecuteAsync(PlatformDb db, Tenant tenant, ChangeOwnTenantRequest request, CancellationToken cancellationToken)
    {
        tenant.Change(request.Name.Trim(), request.FourEyesRelease!.Value);
        return db.SaveChangesAsync(cancellationToken);
    }
}

/// <param name="Name">The name in the directory, at most 160 characters.</param>
/// <param name="FourEyesRelease">True: nobody reviews or releases what she submitted herself.</param>
public sealed record ChangeOwnTenantRequest(string Name, bool? FourEyesRelease);

internal sealed class ChangeOwnTenantValidator : Validator<ChangeOwnTenantRequest>
{
    public ChangeOwnTenantValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(OnboardingRules.LongestName).IsTenantName();
        RuleFor(request => request.FourEyesRelease).NotNull();
    }
}
