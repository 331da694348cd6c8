using FastEndpoints;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Tenants;

internal sealed class GetOwnTenant(TenantDirectory directory) : EndpointWithoutRequest<OwnTenantResponse>
{
    public override void Configure()
    {
        Get("/tenant");
        Summary(summary =>
        {
            summary.Summary = "Get the own tenant";
            summary.Description = "The tenant that the token is for, with its settings.";
        });
    }

    public override async Task HandleAsync(CancellationToken cancellationToken)
    {
        var tenant = await directory.GetOwnAsync(cancellationToken);
        HttpContext.SetETag(tenant.Version);
        await Send.OkAsync(directory.DescribeOwn(tenant), cancellationToken);
    }
}
