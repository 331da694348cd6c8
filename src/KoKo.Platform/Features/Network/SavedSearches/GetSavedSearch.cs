using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Network.SavedSearches;

[SendsETag]
internal sealed class GetSavedSearch(PlatformDb db) : Endpoint<GetSavedSearchRequest, SavedSearchResponse>
{
    public override void Configure()
    {
        Get("/saved-searches/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Get a search I saved";
            summary.Description = "The answer's ETag is what a change must name in If-Match. 404 for what somebody else saved.";
        });
    }

    public override async Task HandleAsync(GetSavedSearchRequest request, CancellationToken cancellationToken)
    {
        var saved = await db.OwnSearchAsync(request.Id, cancellationToken);

        HttpContext.SetETag(saved.Version);
        await Send.OkAsync(SavedSearchResponse.Of(saved), cancellationToken);
    }
}

/// <param name="Id">The saved search.</param>
public sealed record GetSavedSearchRequest(Guid Id);
