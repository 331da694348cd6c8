using System.Globalization;
using FastEndpoints;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Availability;

[Refuses(nameof(Problems.Withdrawn))]
internal sealed class ListSlots(PlatformDb db, TimeProvider clock) : Endpoint<ListSlotsRequest, SlotsResponse>
{
    public override void Configure()
    {
        Get("/mediators/{id:guid}/slots");
        Summary(summary =>
        {
            summary.Summary = "List the free slots of a mediator";
            summary.Description = "Slots that begin in the span and leave the mediator her lead time. Weekly hours are offered for the next 13 weeks; dates she opened by hand however far ahead.";
            summary.Params["id"] = "The id of the listing.";
        });
    }

    public override async Task HandleAsync(ListSlotsRequest request, CancellationToken cancellationToken)
    {
        var listing = await db.VisibleListingAsync(request.Id, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var span = SlotSpan.Of(request, listing.TimeZone, now);
        await Send.OkAsync(await ExecuteAsync(db, listing, span, now, cancellationToken), cancellationToken);
    }

    internal static async Task<SlotsResponse> ExecuteAsync(PlatformDb db, MediatorListing listing, SlotSpan span, DateTime now, CancellationToken cancellationToken)
    {
        var facts = await db.MediatorFreeWindows.AsNoTracking().SingleOrDefaultAsync(facts => facts.ItemId == listing.ItemId, cancellationToken);
        var slots = facts?.SlotsBetween(span.From, span.To, now) ?? [];
        return new SlotsResponse(listing.TimeZone, listing.LeadTimeHours, [.. slots.Select(slot => SlotResponse.Of(slot.Start, slot.End, listing.TimeZone))]);
    }
}

/// <param name="Id">The id of the listing.</param>
/// <param name="From">The first day in the mediator's zone (<c>2026-03-01</c>) or an instant with offset; now, if not said.</param>
/// <param name="To">The last day, included, or the instant where the span ends, at most 92 days after its beginning; 28 days, if not said.</param>
public sealed record ListSlotsRequest(Guid Id, string? From, string? To);

/// <summary>The span that is asked for, in UTC, its end not included.</summary>
internal sealed record SlotSpan(DateTime From, DateTime To)
{
    public const int MostDays = 92;
    private const int DefaultDays = 28;

    public static SlotSpan Of(ListSlotsRequest request, string zone, DateTime now)
    {
        var from = request.From is null ? now : InstantOf("from", request.From, zone, 0);
        var to = request.To is null ? from.AddDays(DefaultDays) : InstantOf("to", request.To, zone, 1);
        if (to <= from)
        {
            throw Refusal("to", "end-before-start", RuleWords.In("Das Ende liegt nicht nach dem Anfang.", "The end is not after the beginning."));
        }

        // an hour more, for the day on which the clock is set back
        return to - from <= TimeSpan.FromDays(MostDays) + TimeSpan.FromHours(1)
            ? new SlotSpan(from, to)
            : throw Refusal("to", "span-too-long", RuleWords.In($"Höchstens {MostDays} Tage.", $"At most {MostDays} days."));
    }

    private static DateTime InstantOf(string name, string text, string zone, int daysAfter)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 9000)
        {
            return WallTime.StartOfDay(zone, date.AddDays(daysAfter));
        }

        return text.Contains('T', StringComparison.Ordinal)
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            && instant.Year is > 1900 and < 9000
            ? instant.UtcDateTime
            : throw new ProblemException(Problems.UnknownParameter, [ProblemError.At(name, "unreadable", RuleWords.In("Erwartet wird ein Tag wie 2026-03-01 oder ein Zeitpunkt wie 2026-03-01T09:00:00Z.", "A day such as 2026-03-01 or an instant such as 2026-03-01T09:00:00Z is expected."))]);
    }

    private static ProblemException Refusal(string name, string code, string detail) =>
        new(Problems.InvalidInput, [ProblemError.At(name, code, detail)]);
}

/// <summary>The free slots of a mediator.</summary>
/// <param name="TimeZone">The mediator's IANA zone, in which the local times are meant.</param>
/// <param name="LeadTimeHours">How many hours before its start a slot can be asked for at the latest.</param>
/// <param name="Items">The slots in order of time.</param>
public sealed record SlotsResponse(string TimeZone, int LeadTimeHours, IReadOnlyList<SlotResponse> Items);

/// <summary>A free slot.</summary>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="End">When it ends, UTC.</param>
/// <param name="LocalStart">When it begins by the clock in the mediator's zone, such as <c>2026-03-02T09:00</c>.</param>
/// <param name="LocalEnd">When it ends by the clock in the mediator's zone.</param>
public sealed record SlotResponse(DateTime Start, DateTime End, string LocalStart, string LocalEnd)
{
    internal static SlotResponse Of(DateTime start, DateTime end, string zone) => new(start, end, Written(zone, start), Written(zone, end));

    private static string Written(string zone, DateTime utc) => WallTime.Local(zone, utc).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
