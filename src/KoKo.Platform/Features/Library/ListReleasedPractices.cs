using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

internal sealed class ListReleasedPractices(PlatformDb db, Cursors cursors) : Endpoint<ListReleasedPracticesRequest, Page<ReleasedPracticeEntryResponse>>
{
    public override void Configure()
    {
        Get("/library");
        Summary(summary =>
        {
            summary.Summary = "List the library";
            summary.Description = "Every released practice the caller's audiences may see, once each, newest first. Without a token: what is public.";
        });
    }

    public override async Task HandleAsync(ListReleasedPracticesRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(db, cursors, request, cancellationToken), cancellationToken);

    internal static async Task<Page<ReleasedPracticeEntryResponse>> ExecuteAsync(PlatformDb db, Cursors cursors, ListReleasedPracticesRequest request, CancellationToken cancellationToken)
    {
        var released = db.ReleasedPractices.AsNoTracking().About(request.Topic, request.Kind, request.ExternalKey);
        if (cursors.ReadInstant(nameof(ListReleasedPractices), request.Cursor) is var (at, id))
        {
            released = released.Where(row => row.PublishedAt < at || (row.PublishedAt == at && row.ItemId.CompareTo(id) > 0));
        }

        var limit = request.Limit ?? Paging.Usual;
        var rows = await released.OrderByDescending(row => row.PublishedAt).ThenBy(row => row.ItemId)
            .Select(ReleasedPracticeEntryResponse.Projection).Take(limit + 1).ToListAsync(cancellationToken);
        var last = rows.Count > limit ? rows[limit - 1] : null;
        return new Page<ReleasedPracticeEntryResponse>([.. rows.Take(limit)], last is null ? null : cursors.WriteInstant(nameof(ListReleasedPractices), last.PublishedAt, last.Id));
    }
}

/// <param name="Topic">Only those with this code of the vocabulary <c>topic</c>.</param>
/// <param name="Kind">Only those with this code of the vocabulary <c>practiceKind</c>.</param>
/// <param name="Limit">How many, 1 to 100; 20 if not given.</param>
/// <param name="Cursor">The nextCursor of the page before.</param>
/// <param name="ExternalKey">Only those with this key in the system they come from.</param>
public sealed record ListReleasedPracticesRequest(string? Topic = null, string? Kind = null, int? Limit = null, string? Cursor = null, string? ExternalKey = null);

internal sealed class ListReleasedPracticesValidator : Validator<ListReleasedPracticesRequest>
{
    public ListReleasedPracticesValidator()
    {
        RuleFor(request => request.Topic).IsCodeOf(Vocabulary.Topic);
        RuleFor(request => request.Kind).IsCodeOf(Vocabulary.PracticeKind);
        RuleFor(request => request.ExternalKey).MaximumLength(PracticeContentValidator.LongestExternalKey);
        RuleFor(request => request.Limit).InclusiveBetween(1, Paging.Most);
    }
}
