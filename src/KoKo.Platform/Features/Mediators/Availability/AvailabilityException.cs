using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>One date on which the weekly rules do not hold: other windows, or none. Why is nobody's business.</summary>
internal sealed class AvailabilityException : IPersonOwned
{
    private AvailabilityException()
    {
    }

    public AvailabilityException(DateOnly date, IReadOnlyList<AvailabilityWindow> windows)
    {
        Date = date;
        Windows = windows;
    }

    public Guid AccountId { get; private set; }

    public DateOnly Date { get; private set; }

    /// <summary>The windows of this date; none closes it.</summary>
    public IReadOnlyList<AvailabilityWindow> Windows { get; private set; } = [];

    public void Replace(IReadOnlyList<AvailabilityWindow> windows) => Windows = windows;
}
