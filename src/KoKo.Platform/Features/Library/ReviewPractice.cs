using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Library;

[AcceptsIfMatch]
[Refuses(nameof(PracticeProblems.NotSubmitted), nameof(PracticeProblems.OwnSubmission))]
internal sealed class ReviewPractice(PlatformDb db, TimeProvider clock) : Endpoint<ReviewPracticeRequest, PracticeResponse>
{
    public override void Configure()
    {
        Post("/practices/{id:guid}/review");
        Summary(summary =>
        {
            summary.Summary = "Review a submitted practice";
            summary.Description = "Approves the submitted revision or asks for changes. Nobody reviews what she submitted, unless the tenant has switched the four-eyes rule off.";
        });
    }

    public override async Task HandleAsync(ReviewPracticeRequest request, CancellationToken cancellationToken)
    {
        var practice = await ExecuteAsync(db, clock, request, HttpContext.CheckMatch, cancellationToken);
        HttpContext.SetETag(practice.Version);
        await Send.OkAsync(PracticeResponse.Of(practice), cancellationToken);
    }

    /// <param name="check">Refuses the version it is given where the caller read another one.</param>
    internal static async Task<Practice> ExecuteAsync(PlatformDb db, TimeProvider clock, ReviewPracticeRequest request, Action<int> check, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.GetOwnAsync(request.Id, cancellationToken);
        check(practice.Version);
        practice.Review(request.Outcome, request.Comment, db.Context, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return practice;
    }
}

/// <param name="Id">The practice.</param>
/// <param name="Outcome">Approved, or changes requested.</param>
/// <param name="Comment">What the author should know, up to 4000 characters; demanded where changes are requested.</param>
public sealed record ReviewPracticeRequest(Guid Id, ReviewOutcome Outcome, string? Comment);

/// <summary>How a review ends.</summary>
public enum ReviewOutcome
{
    Approved,
    ChangesRequested,
}

internal sealed class ReviewPracticeValidator : Validator<ReviewPracticeRequest>
{
    public ReviewPracticeValidator()
    {
        RuleFor(request => request.Outcome).IsInEnum();
        RuleFor(request => request.Comment).MaximumLength(4000).IsPlainText();
        RuleFor(request => request.Comment).NotEmpty().When(request => request.Outcome == ReviewOutcome.ChangesRequested);
    }
}
