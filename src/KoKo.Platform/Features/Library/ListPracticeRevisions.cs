using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

internal sealed class ListPracticeRevisions(PlatformDb db) : Endpoint<ListPracticeRevisionsRequest, IReadOnlyList<PracticeRevisionEntryResponse>>
{
    public override void Configure()
    {
        Get("/practices/{id:guid}/revisions");
        Summary(summary =>
        {
            summary.Summary = "List the revisions of a practice";
            summary.Description = "Every submission keeps the text as it stood, newest first.";
        });
    }

    public override async Task HandleAsync(ListPracticeRevisionsRequest request, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.AsNoTracking().GetOwnAsync(request.Id, cancellationToken);
        var revisions = await db.PracticeRevisions.AsNoTracking().Where(revision => revision.PracticeId == practice.Id)
            .OrderByDescending(revision => revision.Number).Select(PracticeRevisionEntryResponse.Projection).ToListAsync(cancellationToken);
        await Send.OkAsync(revisions, cancellationToken);
    }
}

/// <param name="Id">The practice.</param>
public sealed record ListPracticeRevisionsRequest(Guid Id);
