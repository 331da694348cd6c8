namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>What a mediator offers, and what of it is taken: from rules, exceptions and busy times to free windows.</summary>
internal sealed record FreeCalendar(
    string TimeZone,
    IReadOnlyList<AvailabilityRule> Rules,
    IReadOnlyList<AvailabilityException> Exceptions,
    IReadOnlyList<(DateTime Start, DateTime End)> Busy)
{
    /// <summary>How far the weekly rules are rolled out; a date the mediator opened by hand counts however far ahead.</summary>
    public const int HorizonDays = 13 * 7;

    public IReadOnlyList<FreeWindow> From(DateTime now)
    {
        var today = WallTime.DateIn(TimeZone, now);
        var zone = WallTime.ZoneOf(TimeZone);
        var replaced = Exceptions.ToDictionary(exception => exception.Date, exception => exception.Windows);
        var days = Enumerable.Range(0, HorizonDays).Select(today.AddDays).Concat(replaced.Keys.Where(date => date >= today.AddDays(HorizonDays)));
        return FreeWindow.Join(days
            .SelectMany(date => WindowsOn(date, replaced).SelectMany(window => SlotsOf(zone, date, window)))
            .Where(slot => slot.Start >= now && Busy.All(busy => busy.End <= slot.Start || slot.End <= busy.Start)));
    }

    private IEnumerable<AvailabilityWindow> WindowsOn(DateOnly date, Dictionary<DateOnly, IReadOnlyList<AvailabilityWindow>> replaced) =>
        replaced.TryGetValue(date, out var windows) ? windows : Rules.Where(rule => rule.AppliesTo(date)).Select(rule => rule.ToWindow());

    private static IEnumerable<FreeWindow> SlotsOf(NodaTime.DateTimeZone zone, DateOnly date, AvailabilityWindow window)
    {
        var slots = (int)(window.End - window.Start).TotalMinutes / window.SlotMinutes;
        return Enumerable.Range(0, slots)
            .Select(slot => WallTime.SlotOf(zone, date, window.Start.AddMinutes(slot * window.SlotMinutes), window.SlotMinutes))
            .OfType<FreeWindow>();
    }
}
