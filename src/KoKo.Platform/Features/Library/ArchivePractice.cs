using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Library;

[Refuses(nameof(PracticeProblems.StillPublished), nameof(PracticeProblems.NotArchivable))]
internal sealed class ArchivePractice(PlatformDb db, TimeProvider clock) : Endpoint<ArchivePracticeRequest, PracticeResponse>
{
    public override void Configure()
    {
        Post("/practices/{id:guid}/archival");
        Summary(summary =>
        {
            summary.Summary = "Archive a practice";
            summary.Description = "Puts it away for good. It must be withdrawn first, and not be in review.";
        });
    }

    public override async Task HandleAsync(ArchivePracticeRequest request, CancellationToken cancellationToken)
    {
        var practice = await ExecuteAsync(db, clock, request.Id, cancellationToken);
        HttpContext.SetETag(practice.Version);
        await Send.OkAsync(PracticeResponse.Of(practice), cancellationToken);
    }

    internal static async Task<Practice> ExecuteAsync(PlatformDb db, TimeProvider clock, Guid id, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.GetOwnAsync(id, cancellationToken);
        practice.Archive(db.Context.Actor, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return practice;
    }
}

/// <param name="Id">The practice.</param>
public sealed record ArchivePracticeRequest(Guid Id);
