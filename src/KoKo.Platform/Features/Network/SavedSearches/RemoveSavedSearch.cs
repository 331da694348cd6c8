using FastEndpoints;
using KoKo.Platform.Foundation.Data;

namespace KoKo.Platform.Features.Network.SavedSearches;

internal sealed class RemoveSavedSearch(PlatformDb db) : Endpoint<RemoveSavedSearchRequest>
{
    public override void Configure()
    {
        Delete("/saved-searches/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Remove a search I saved";
            summary.Description = "It is gone at once, and its mails with it. 404 for what somebody else saved.";
        });
    }

    public override async Task HandleAsync(RemoveSavedSearchRequest request, CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, request.Id, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }

    internal static async Task ExecuteAsync(PlatformDb db, Guid id, CancellationToken cancellationToken)
    {
        db.SavedSearches.Remove(await db.OwnSearchAsync(id, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <param name="Id">The saved search.</param>
public sealed record RemoveSavedSearchRequest(Guid Id);
