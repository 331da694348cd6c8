using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Library;

[RequiresIfMatch]
[Refuses(nameof(PracticeProblems.InReview), nameof(PracticeProblems.Archived))]
internal sealed class ChangePractice(PlatformDb db, TimeProvider clock) : Endpoint<PracticeContent, PracticeResponse>
{
    public override void Configure()
    {
        Put("/practices/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Change a practice";
            summary.Description = "Replaces the whole content. What was reviewed or released goes back to draft; published rows stay live until the next publication. "
                + "While it waits for its review it cannot be changed.";
            summary.Params["id"] = "The practice.";
        });
    }

    public override async Task HandleAsync(PracticeContent request, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.GetOwnAsync(Route<Guid>("id"), cancellationToken);
        HttpContext.RequireMatch(practice.Version);
        await ExecuteAsync(db, clock, practice, request, cancellationToken);
        HttpContext.SetETag(practice.Version);
        await Send.OkAsync(PracticeResponse.Of(practice), cancellationToken);
    }

    internal static Task ExecuteAsync(PlatformDb db, TimeProvider clock, Practice practice, PracticeContent content, CancellationToken cancellationToken)
    {
        practice.Change(content, clock.GetUtcNow().UtcDateTime);
        return db.SaveChangesAsync(cancellationToken);
    }
}
