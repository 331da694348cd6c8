using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

[SendsETag]
internal sealed class GetPracticeRevision(PlatformDb db) : Endpoint<GetPracticeRevisionRequest, PracticeRevisionResponse>
{
    public override void Configure()
    {
        Get("/practices/{id:guid}/revisions/{number:int}");
        Summary(summary =>
        {
            summary.Summary = "Get a revision of a practice";
            summary.Description = "The text as it was submitted; it never changes.";
        });
    }

    public override async Task HandleAsync(GetPracticeRevisionRequest request, CancellationToken cancellationToken)
    {
        var revision = await db.PracticeRevisions.AsNoTracking()
            .SingleOrDefaultAsync(revision => revision.PracticeId == request.Id && revision.Number == request.Number, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);
        HttpContext.SetETag(revision.Number);
        await Send.OkAsync(PracticeRevisionResponse.Of(revision), cancellationToken);
    }
}

/// <param name="Id">The practice.</param>
/// <param name="Number">1 for the first submission.</param>
public sealed record GetPracticeRevisionRequest(Guid Id, int Number);
