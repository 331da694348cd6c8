using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Library;

[Refuses(nameof(PracticeProblems.WasSubmitted))]
internal sealed class RemovePractice(PlatformDb db) : Endpoint<RemovePracticeRequest>
{
    public override void Configure()
    {
        Delete("/practices/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Remove a draft";
            summary.Description = "Only a draft that was never submitted; anything else is archived.";
        });
    }

    public override async Task HandleAsync(RemovePracticeRequest request, CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, request.Id, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }

    internal static async Task ExecuteAsync(PlatformDb db, Guid id, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.GetOwnAsync(id, cancellationToken);
        practice.DemandRemovable();
        db.Remove(practice);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <param name="Id">The practice.</param>
public sealed record RemovePracticeRequest(Guid Id);
