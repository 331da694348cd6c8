using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Conferences;

internal sealed class ListOwnConferences(PlatformDb db, Cursors cursors) : Endpoint<ListOwnConferencesRequest, Page<OwnConferenceEntryResponse>>
{
    public override void Configure()
    {
        Get("/tenant/conferences");
        Summary(summary => summary.Summary = "List the conferences of my tenant, the latest start first");
    }

    public override async Task HandleAsync(ListOwnConferencesRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(db, cursors, request, cancellationToken), cancellationToken);

    internal static async Task<Page<OwnConferenceEntryResponse>> ExecuteAsync(PlatformDb db, Cursors cursors, ListOwnConferencesRequest request, CancellationToken cancellationToken)
    {
        var rows = db.Conferences.AsNoTracking();
        if (cursors.ReadInstant(nameof(ListOwnConferences), request.Cursor) is (var at, var id))
        {
            rows = rows.Where(row => row.StartsAt < at || (row.StartsAt == at && row.Id.CompareTo(id) < 0));
        }

        var page = await rows.OrderByDescending(row => row.StartsAt).ThenByDescending(row => row.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
        var shown = page.Take(request.Limit).ToList();
        var ids = shown.Select(row => row.Id).ToList();
        var ledgers = await db.SeatLedgers.AsNoTracking().Where(ledger => ids.Contains(ledger.ConferenceId)).ToDictionaryAsync(ledger => ledger.ConferenceId, cancellationToken);
        return new Page<OwnConferenceEntryResponse>(
            [.. shown.Select(row => OwnConferenceEntryResponse.Of(row, ledgers.GetValueOrDefault(row.Id)))],
            page.Count > shown.Count ? cursors.WriteInstant(nameof(ListOwnConferences), shown[^1].StartsAt, shown[^1].Id) : null);
    }
}

/// <summary>A page of the tenant's conferences.</summary>
public sealed record ListOwnConferencesRequest
{
    /// <summary>1 to 100 entries.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The nextCursor of the page before.</summary>
    public string? Cursor { get; init; }
}

internal sealed class ListOwnConferencesValidator : Validator<ListOwnConferencesRequest>
{
    public ListOwnConferencesValidator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
}
