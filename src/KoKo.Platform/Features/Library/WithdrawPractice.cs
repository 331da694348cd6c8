using FastEndpoints;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Library;

[Refuses(nameof(PracticeProblems.NotPublished))]
internal sealed class WithdrawPractice(PracticePublisher publisher) : Endpoint<WithdrawPracticeRequest>
{
    public override void Configure()
    {
        Delete("/practices/{id:guid}/publication");
        Summary(summary =>
        {
            summary.Summary = "Withdraw a published practice";
            summary.Description = "Takes it out of the library for everybody; those who could see it get 410 from now on.";
        });
    }

    public override async Task HandleAsync(WithdrawPracticeRequest request, CancellationToken cancellationToken)
    {
        await publisher.WithdrawAsync(request.Id, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }
}

/// <param name="Id">The practice.</param>
public sealed record WithdrawPracticeRequest(Guid Id);
