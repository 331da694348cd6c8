using NodaTime;
using NodaTime.TimeZones;

namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>From wall time in an IANA zone to instants and back.</summary>
internal static class WallTime
{
    public static bool IsZone(string? id) => id is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    public static DateTimeZone ZoneOf(string id) => DateTimeZoneProviders.Tzdb[id];

    public static DateOnly DateIn(string zone, DateTime utc) =>
        Instant.FromDateTimeUtc(utc).InZone(ZoneOf(zone)).Date.ToDateOnly();

    public static DateTime StartOfDay(string zone, DateOnly date) =>
        ZoneOf(zone).AtStartOfDay(LocalDate.FromDateOnly(date)).ToDateTimeUtc();

    public static DateTime Local(string zone, DateTime utc) =>
        Instant.FromDateTimeUtc(utc).InZone(ZoneOf(zone)).LocalDateTime.ToDateTimeUnspecified();

    /// <summary>
    /// The slot from one wall time to another, or none where a switch of the clock cuts it. A slot keeps its wall times
    /// and its length: one that begins in the skipped hour, or that would last longer or shorter than it says, is not
    /// offered. A start in the repeated hour means the second time round, so that it is offered once.
    /// </summary>
    public static FreeWindow? SlotOf(DateTimeZone zone, DateOnly date, TimeOnly start, int minutes)
    {
        var wall = LocalDate.FromDateOnly(date).At(LocalTime.FromTimeOnly(start));
        var starts = zone.MapLocal(wall);
        if (starts.Count == 0)
        {
            return null;
        }

        var from = starts.Last().ToInstant();
        var to = from + Duration.FromMinutes(minutes);
        return EndsAt(zone.MapLocal(wall.PlusMinutes(minutes)), to)
            ? new FreeWindow(from.ToDateTimeUtc(), to.ToDateTimeUtc(), minutes)
            : null;
    }

    private static bool EndsAt(ZoneLocalMapping end, Instant to) => end.Count switch
    {
        0 => end.LateInterval.Start == to, // an end in the skipped hour is the moment of the switch
        1 => end.Single().ToInstant() == to,
        _ => end.First().ToInstant() == to || end.Last().ToInstant() == to,
    };
}
