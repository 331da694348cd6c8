namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>A stretch of free time in UTC: a whole number of slots, one after the other.</summary>
internal sealed record FreeWindow(DateTime Start, DateTime End, int SlotMinutes)
{
    public IEnumerable<(DateTime Start, DateTime End)> Slots()
    {
        for (var start = Start; start < End; start = start.AddMinutes(SlotMinutes))
        {
            yield return (start, start.AddMinutes(SlotMinutes));
        }
    }

    /// <summary>Joins slots of one length that follow each other without a gap.</summary>
    public static IReadOnlyList<FreeWindow> Join(IEnumerable<FreeWindow> slots)
    {
        var joined = new List<FreeWindow>();
        foreach (var slot in slots.OrderBy(slot => slot.Start))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.End == slot.Start && last.SlotMinutes == slot.SlotMinutes)
            {
                joined[^1] = last with { End = slot.End };
            }
            else
            {
                joined.Add(slot);
            }
        }

        return joined;
    }
}
