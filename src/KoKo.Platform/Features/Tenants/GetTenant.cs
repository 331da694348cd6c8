using FastEndpoints;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Tenants;

internal sealed class GetTenant(TenantDirectory directory) : Endpoint<GetTenantRequest, TenantResponse>
{
    public override void Configure()
    {
        Get("/tenants/{slug}");
        Summary(summary =>
        {
            summary.Summary = "Get one tenant of the directory";
            summary.Description = "Public: what the directory says about one active tenant.";
        });
    }

    public override async Task HandleAsync(GetTenantRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await directory.FindAsync(request.Slug, cancellationToken) ?? throw new ProblemException(Problems.NotFound), cancellationToken);
}

/// <param name="Slug">The tenant's slug, such as duisburg.</param>
public sealed record GetTenantRequest(string Slug);
