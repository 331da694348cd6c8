using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

internal sealed class GetPractice(PlatformDb db) : Endpoint<GetPracticeRequest, PracticeResponse>
{
    public override void Configure()
    {
        Get("/practices/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Get a practice";
            summary.Description = "A working copy of the own tenant with its history. The ETag is what a change must send as If-Match.";
        });
    }

    public override async Task HandleAsync(GetPracticeRequest request, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.AsNoTracking().GetOwnAsync(request.Id, cancellationToken);
        HttpContext.SetETag(practice.Version);
        await Send.OkAsync(PracticeResponse.Of(practice), cancellationToken);
    }
}

/// <param name="Id">The practice.</param>
public sealed record GetPracticeRequest(Guid Id);
