using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Network.SavedSearches;

[Refuses(nameof(Problems.NotFound))]
internal sealed class ListSavedSearches(PlatformDb db, Cursors cursors) : Endpoint<ListSavedSearchesRequest, Page<SavedSearchResponse>>
{
    public override void Configure()
    {
        Get("/saved-searches");
        Summary(summary =>
        {
            summary.Summary = "List the searches I saved, the newest first";
            summary.Description = "Those of the person of the token in her tenant, and nobody else's. 404 for an app without a person.";
        });
    }

    public override async Task HandleAsync(ListSavedSearchesRequest request, CancellationToken cancellationToken)
    {
        var behind = cursors.ReadInstant(nameof(ListSavedSearches), request.Cursor);
        var rows = db.OwnSearches().AsNoTracking();
        if (behind is (var at, var id))
        {
            rows = rows.Where(row => row.CreatedAt < at || (row.CreatedAt == at && row.Id.CompareTo(id) < 0));
        }

        var page = await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
        var shown = page.Take(request.Limit).ToList();
        var next = page.Count > shown.Count ? cursors.WriteInstant(nameof(ListSavedSearches), shown[^1].CreatedAt, shown[^1].Id) : null;
        await Send.OkAsync(new Page<SavedSearchResponse>([.. shown.Select(SavedSearchResponse.Of)], next), cancellationToken);
    }
}

/// <summary>A page of the person's saved searches.</summary>
public sealed record ListSavedSearchesRequest
{
    /// <summary>1 to 100 searches.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The nextCursor of the page before.</summary>
    public string? Cursor { get; init; }
}

internal sealed class ListSavedSearchesValidator : Validator<ListSavedSearchesRequest>
{
    public ListSavedSearchesValidator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
}
