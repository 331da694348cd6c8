using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Library;

[AcceptsIfMatch]
[Refuses(nameof(PracticeProblems.NotReviewed), nameof(PracticeProblems.OwnSubmission))]
internal sealed class ReleasePractice(PlatformDb db, TimeProvider clock) : Endpoint<ReleasePracticeRequest, PracticeResponse>
{
    public override void Configure()
    {
        Post("/practices/{id:guid}/release");
        Summary(summary =>
        {
            summary.Summary = "Release a reviewed practice";
            summary.Description = "The decision that it may be published. Nobody releases what she submitted, unless the tenant has switched the four-eyes rule off.";
        });
    }

    public override async Task HandleAsync(ReleasePracticeRequest request, CancellationToken cancellationToken)
    {
        var practice = await ExecuteAsync(db, clock, request.Id, HttpContext.CheckMatch, cancellationToken);
        HttpContext.SetETag(practice.Version);
        await Send.OkAsync(PracticeResponse.Of(practice), cancellationToken);
    }

    /// <param name="check">Refuses the version it is given where the caller read another one.</param>
    internal static async Task<Practice> ExecuteAsync(PlatformDb db, TimeProvider clock, Guid id, Action<int> check, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.GetOwnAsync(id, cancellationToken);
        check(practice.Version);
        practice.Release(db.Context, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return practice;
    }
}

/// <param name="Id">The practice.</param>
public sealed record ReleasePracticeRequest(Guid Id);
