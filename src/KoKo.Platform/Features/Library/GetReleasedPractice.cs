using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

[SendsETag]
[Refuses(nameof(Problems.Withdrawn))]
internal sealed class GetReleasedPractice(PlatformDb db) : Endpoint<GetReleasedPracticeRequest, ReleasedPracticeResponse>
{
    public override void Configure()
    {
        Get("/library/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Get a practice of the library";
            summary.Description = "The richest version the caller's audiences may see. 410 withdrawn for those who could see it before it was withdrawn, 404 for all others.";
        });
    }

    public override async Task HandleAsync(GetReleasedPracticeRequest request, CancellationToken cancellationToken)
    {
        var row = await ExecuteAsync(db, request.Id, cancellationToken);
        HttpContext.SetETag(row.Version);
        HttpContext.Response.Headers.Vary = "Authorization";
        await Send.OkAsync(ReleasedPracticeResponse.Of(row), cancellationToken);
    }

    internal static async Task<ReleasedPractice> ExecuteAsync(PlatformDb db, Guid id, CancellationToken cancellationToken)
    {
        var row = await db.ReleasedPractices.AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == id, cancellationToken);
        if (row is not null)
        {
            return row;
        }

        var wasThere = await db.Tombstones.AnyAsync(stone => stone.ItemId == id, cancellationToken);
        throw new ProblemException(wasThere ? Problems.Withdrawn : Problems.NotFound);
    }
}

/// <param name="Id">The practice.</param>
public sealed record GetReleasedPracticeRequest(Guid Id);
