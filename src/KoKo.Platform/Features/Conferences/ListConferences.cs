using System.Globalization;
using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Conferences;

internal sealed class ListConferences(PlatformDb db, Cursors cursors, TimeProvider clock) : Endpoint<ListConferencesRequest, Page<ConferenceEntryResponse>>
{
    public override void Configure()
    {
        Get("/conferences");
        Summary(summary =>
        {
            summary.Summary = "List published conferences, upcoming ones first";
            summary.Description = "First those that are not over yet, the next one first; then the past ones, the latest first.";
        });
    }

    public override async Task HandleAsync(ListConferencesRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(db, cursors, clock, request, cancellationToken), cancellationToken);

    internal static async Task<Page<ConferenceEntryResponse>> ExecuteAsync(
        PlatformDb db, Cursors cursors, TimeProvider clock, ListConferencesRequest request, CancellationToken cancellationToken)
    {
        var purpose = string.Create(CultureInfo.InvariantCulture, $"conferences {request.From:O} {request.To:O} {request.Topic}");
        var place = Place.Of(cursors.Read(purpose, request.Cursor)) ?? Place.Beginning(clock.GetUtcNow().UtcDateTime);
        var rows = Chosen(db, request);
        List<ReleasedConference> page = [];
        if (!place.InPast)
        {
            page.AddRange(await Upcoming(rows, place).Take(request.Limit + 1).ToListAsync(cancellationToken));
        }

        if (page.Count <= request.Limit)
        {
            page.AddRange(await Past(rows, place).Take(request.Limit + 1 - page.Count).ToListAsync(cancellationToken));
        }

        var shown = page.Take(request.Limit).ToList();
        var next = page.Count > shown.Count ? cursors.Write(purpose, place.Behind(shown[^1]).Parts) : null;
        return new Page<ConferenceEntryResponse>(await EntriesAsync(db, shown, cancellationToken), next);
    }

    private static IQueryable<ReleasedConference> Chosen(PlatformDb db, ListConferencesRequest request)
    {
        var rows = db.ReleasedConferences.AsNoTracking();
        rows = request.From is { } from ? rows.Where(row => row.EndsAt >= from) : rows;
        rows = request.To is { } to ? rows.Where(row => row.StartsAt <= to) : rows;
        return request.Topic is { } topic ? rows.Where(row => row.Topics.Contains(topic)) : rows;
    }

    private static IQueryable<ReleasedConference> Upcoming(IQueryable<ReleasedConference> rows, Place place)
    {
        rows = rows.Where(row => row.EndsAt >= place.Now);
        if (place.Last is (var at, var id))
        {
            rows = rows.Where(row => row.StartsAt > at || (row.StartsAt == at && row.ItemId.CompareTo(id) > 0));
        }

        return rows.OrderBy(row => row.StartsAt).ThenBy(row => row.ItemId);
    }

    private static IQueryable<ReleasedConference> Past(IQueryable<ReleasedConference> rows, Place place)
    {
        rows = rows.Where(row => row.EndsAt < place.Now);
        if (place is { InPast: true, Last: (var at, var id) })
        {
            rows = rows.Where(row => row.StartsAt < at || (row.StartsAt == at && row.ItemId.CompareTo(id) < 0));
        }

        return rows.OrderByDescending(row => row.StartsAt).ThenByDescending(row => row.ItemId);
    }

    private static async Task<IReadOnlyList<ConferenceEntryResponse>> EntriesAsync(PlatformDb db, List<ReleasedConference> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.ItemId).ToList();
        var seats = await db.Set<Registrations.ConferenceSeats>().AsNoTracking().Where(row => ids.Contains(row.ItemId)).ToDictionaryAsync(row => row.ItemId, cancellationToken);
        return [.. rows.Select(row => ConferenceEntryResponse.Of(row, seats.GetValueOrDefault(row.ItemId)))];
    }

    /// <summary>Where a page begins. What is past was decided when the first page was read, so that no row changes sides in between.</summary>
    private sealed record Place(DateTime Now, bool InPast, (DateTime At, Guid Id)? Last)
    {
        public string[] Parts => [Text(Now), InPast ? "past" : "upcoming", Text(Last!.Value.At), Last.Value.Id.ToString()];

        public static Place Beginning(DateTime now) => new(now, InPast: false, null);

        public static Place? Of(string[]? parts) => parts switch
        {
            null => null,
            [var now, var side, var at, var id] => new Place(Instant(now), side == "past", (Instant(at), Guid.Parse(id))),
            _ => throw new ProblemException(Problems.InvalidCursor),
        };

        public Place Behind(ReleasedConference row) => this with { InPast = row.EndsAt < Now, Last = (row.StartsAt, row.ItemId) };

        private static string Text(DateTime instant) => instant.ToString("O", CultureInfo.InvariantCulture);

        private static DateTime Instant(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }
}

/// <summary>Which conferences.</summary>
public sealed record ListConferencesRequest
{
    /// <summary>Only those that end at this instant or later; with offset.</summary>
    /// <example>2026-01-01T00:00:00Z</example>
    public DateTime? From { get; init; }

    /// <summary>Only those that begin at this instant or earlier; with offset.</summary>
    /// <example>2036-12-31T00:00:00Z</example>
    public DateTime? To { get; init; }

    /// <summary>Only those about this code of the vocabulary topic.</summary>
    /// <example>neighbourhood</example>
    public string? Topic { get; init; }

    /// <summary>1 to 100 entries.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The nextCursor of the page before.</summary>
    public string? Cursor { get; init; }
}

internal sealed class ListConferencesValidator : Validator<ListConferencesRequest>
{
    public ListConferencesValidator()
    {
        RuleFor(request => request.Limit).InclusiveBetween(1, 100);
        RuleFor(request => request.Topic).Must(Vocabulary.Topic.Contains).SaysUnknownCode(Vocabulary.Topic).When(request => request.Topic is not null);
    }
}
