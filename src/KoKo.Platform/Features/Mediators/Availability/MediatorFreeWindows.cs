using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>Live facts of a listing: when the mediator is free. Not why she is not.</summary>
internal sealed class MediatorFreeWindows : IReleased
{
    public required Guid ItemId { get; init; }

    public required string Audience { get; init; }

    public IReadOnlyList<string> ShadowedBy { get; init; } = [];

    public required Guid PublisherId { get; init; }

    public required string TimeZone { get; init; }

    public required int LeadTimeHours { get; init; }

    public IReadOnlyList<FreeWindow> Windows { get; init; } = [];

    /// <summary>The slots that begin in [from, to) and leave the mediator her lead time.</summary>
    public IEnumerable<(DateTime Start, DateTime End)> SlotsBetween(DateTime from, DateTime to, DateTime now)
    {
        var earliest = now.AddHours(LeadTimeHours);
        return Windows
            .Where(window => window.End > from && window.Start < to)
            .SelectMany(window => window.Slots())
            .Where(slot => slot.Start >= from && slot.Start < to && slot.Start >= earliest);
    }
}
