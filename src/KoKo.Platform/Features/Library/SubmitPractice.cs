using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Library;

[Refuses(nameof(PracticeProblems.NotSubmittable), nameof(PracticeProblems.PartsMissing))]
internal sealed class SubmitPractice(PlatformDb db, TimeProvider clock) : Endpoint<SubmitPracticeRequest, PracticeResponse>
{
    public override void Configure()
    {
        Post("/practices/{id:guid}/submission");
        Summary(summary =>
        {
            summary.Summary = "Submit a practice for review";
            summary.Description = "Keeps the text as the next revision. Title, summary, language and a topic must be there.";
        });
    }

    public override async Task HandleAsync(SubmitPracticeRequest request, CancellationToken cancellationToken)
    {
        var practice = await ExecuteAsync(db, clock, request.Id, cancellationToken);
        HttpContext.SetETag(practice.Version);
        await Send.OkAsync(PracticeResponse.Of(practice), cancellationToken);
    }

    internal static async Task<Practice> ExecuteAsync(PlatformDb db, TimeProvider clock, Guid id, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.GetOwnAsync(id, cancellationToken);
        practice.Submit(db.Context.Actor, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return practice;
    }
}

/// <param name="Id">The practice.</param>
public sealed record SubmitPracticeRequest(Guid Id);
