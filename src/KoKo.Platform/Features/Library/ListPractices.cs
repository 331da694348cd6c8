using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

internal sealed class ListPractices(PlatformDb db, Cursors cursors) : Endpoint<ListPracticesRequest, Page<PracticeEntryResponse>>
{
    public override void Configure()
    {
        Get("/practices");
        Summary(summary =>
        {
            summary.Summary = "List the own practices";
            summary.Description = "The working copies of the own tenant, newest first.";
        });
    }

    public override async Task HandleAsync(ListPracticesRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(db, cursors, request, cancellationToken), cancellationToken);

    internal static async Task<Page<PracticeEntryResponse>> ExecuteAsync(PlatformDb db, Cursors cursors, ListPracticesRequest request, CancellationToken cancellationToken)
    {
        var practices = db.Practices.AsNoTracking();
        if (request.State is { } state)
        {
            practices = practices.Where(practice => practice.State == state);
        }

        if (cursors.ReadInstant(nameof(ListPractices), request.Cursor) is var (at, id))
        {
            practices = practices.Where(practice => practice.CreatedAt < at || (practice.CreatedAt == at && practice.Id.CompareTo(id) > 0));
        }

        var limit = request.Limit ?? Paging.Usual;
        var rows = await practices.OrderByDescending(practice => practice.CreatedAt).ThenBy(practice => practice.Id)
            .Select(PracticeEntryResponse.Projection).Take(limit + 1).ToListAsync(cancellationToken);
        var last = rows.Count > limit ? rows[limit - 1] : null;
        return new Page<PracticeEntryResponse>([.. rows.Take(limit)], last is null ? null : cursors.WriteInstant(nameof(ListPractices), last.CreatedAt, last.Id));
    }
}

/// <param name="State">Only those in this state.</param>
/// <param name="Limit">How many, 1 to 100; 20 if not given.</param>
/// <param name="Cursor">The nextCursor of the page before.</param>
public sealed record ListPracticesRequest(PracticeState? State = null, int? Limit = null, string? Cursor = null);

internal sealed class ListPracticesValidator : Validator<ListPracticesRequest>
{
    public ListPracticesValidator()
    {
        RuleFor(request => request.State).IsInEnum();
        RuleFor(request => request.Limit).InclusiveBetween(1, Paging.Most);
    }
}
