using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;

namespace KoKo.Platform.Features.Library;

[AcceptsIfMatch]
[Refuses(
    nameof(PracticeProblems.NotReleased),
    nameof(PracticeProblems.PartsMissing),
    nameof(PracticeProblems.LicenseForbidsPublic),
    nameof(PracticeProblems.AudienceTooNarrow),
    nameof(PracticeProblems.PlaceNamed),
    nameof(PracticeProblems.NoRegionRegister))]
internal sealed class PublishPractice(PracticePublisher publisher) : Endpoint<PublishPracticeRequest, PracticeResponse>
{
    public override void Configure()
    {
        Post("/practices/{id:guid}/publication");
        Summary(summary =>
        {
            summary.Summary = "Publish a released practice";
            summary.Description = "Replaces what the library shows of it by the released revision, for exactly these audiences. "
                + "parts-missing points to every missing part at once. Where the place is to stay hidden, the audience may not be narrower than what is shown of the place, and no text may name it.";
        });
    }

    public override async Task HandleAsync(PublishPracticeRequest request, CancellationToken cancellationToken)
    {
        var practice = await publisher.PublishAsync(request.Id, request.Audiences, HttpContext.CheckMatch, cancellationToken);
        HttpContext.SetETag(practice.Version);
        await Send.OkAsync(PracticeResponse.Of(practice), cancellationToken);
    }
}

/// <param name="Id">The practice.</param>
/// <param name="Audiences">
/// Who may read it, 1 to 20: <c>public</c>, <c>network</c>, <c>land:05</c>, <c>district:05374</c>, <c>tenant:…</c> with the id of a tenant in the directory. Everybody reads
/// the richest row she may see; only <c>public</c> leaves out contact and contributors.
/// </param>
public sealed record PublishPracticeRequest(Guid Id, IReadOnlyList<string> Audiences);

internal sealed class PublishPracticeValidator : Validator<PublishPracticeRequest>
{
    public PublishPracticeValidator()
    {
        RuleFor(request => request.Audiences).NotEmpty();
        RuleFor(request => request.Audiences).HasAtMost(20)
            .Must(audiences => audiences.Distinct(StringComparer.Ordinal).Count() == audiences.Count)
            .Says("repeated", "Ein Leserkreis steht mehrfach da.", "An audience is there more than once.")
            .When(request => request.Audiences is not null);
        RuleForEach(request => request.Audiences).IsAudience();
    }
}
