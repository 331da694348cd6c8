using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>A window that comes back every week, in the wall time of the mediator's zone.</summary>
internal sealed class AvailabilityRule : IPersonOwned
{
    private AvailabilityRule()
    {
    }

    public AvailabilityRule(DayOfWeek weekday, AvailabilityWindow window, DateOnly? validFrom = null, DateOnly? validTo = null)
    {
        Weekday = weekday;
        Start = window.Start;
        End = window.End;
        SlotMinutes = window.SlotMinutes;
        ValidFrom = validFrom;
        ValidTo = validTo;
    }

    public Guid AccountId { get; private set; }

    public Guid Id { get; private set; } = Guid.NewGuid();

    public DayOfWeek Weekday { get; private set; }

    public TimeOnly Start { get; private set; }

    public TimeOnly End { get; private set; }

    public int SlotMinutes { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly? ValidTo { get; private set; }

    public AvailabilityWindow ToWindow() => new(Start, End, SlotMinutes);

    public bool AppliesTo(DateOnly date) =>
        date.DayOfWeek == Weekday && (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date <= ValidTo);

    /// <summary>Whether some day could have both windows at once.</summary>
    public bool Overlaps(AvailabilityRule other) =>
        Weekday == other.Weekday
        && ToWindow().Overlaps(other.ToWindow())
        && (ValidFrom ?? DateOnly.MinValue) <= (other.ValidTo ?? DateOnly.MaxValue)
        && (other.ValidFrom ?? DateOnly.MinValue) <= (ValidTo ?? DateOnly.MaxValue);
}
