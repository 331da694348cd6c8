namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>A stretch of a day in wall time, cut into slots of one length; what is left over at its end is not offered.</summary>
internal sealed record AvailabilityWindow(TimeOnly Start, TimeOnly End, int SlotMinutes)
{
    public bool Overlaps(AvailabilityWindow other) => Start < other.End && other.Start < End;
}
