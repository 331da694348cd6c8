using KoKo.Platform.Features.Mediators.Availability;

namespace KoKo.Platform.Tests.Features.Mediators.Availability;

public sealed class FreeCalendarTests
{
    private const string Berlin = "Europe/Berlin";

    /// <summary>Every day on which the EU switches its clocks, 2026 to 2035.</summary>
    public static TheoryData<DateOnly> SwitchDays => [.. Enumerable.Range(2026, 10).SelectMany(year => (DateOnly[])[LastSunday(year, 3), LastSunday(year, 10)])];

    [Theory]
    [MemberData(nameof(SwitchDays))]
    public void Keeps_wall_times_over_a_switch_of_the_clock(DateOnly day)
    {
        var calendar = Weekly(Berlin, new AvailabilityWindow(new TimeOnly(9, 0), new TimeOnly(12, 0), 60));

        var slots = SlotsAround(calendar, day);

        Assert.Equal(
            Enumerable.Range(-2, 5).SelectMany(offset => (string[])[.. Times(day.AddDays(offset), "09:00", "10:00", "11:00")]),
            slots.Select(slot => WallTime.Local(Berlin, slot.Start).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(SwitchDays))]
    public void Offers_no_slot_that_a_switch_cuts_and_none_twice(DateOnly day)
    {
        foreach (var zone in (string[])[Berlin, "Europe/Lisbon", "Europe/Athens", "Atlantic/Azores"])
        {
            foreach (var minutes in (int[])[15, 30, 45, 60, 90, 120])
            {
                var slots = SlotsAround(Weekly(zone, new AvailabilityWindow(TimeOnly.MinValue, new TimeOnly(23, 59), minutes)), day);

                Assert.All(slots, slot => Assert.Equal(minutes, (slot.End - slot.Start).TotalMinutes));
                Assert.All(slots.Zip(slots.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
                Assert.All(slots, slot => Assert.Equal(minutes, WallMinutes(zone, slot.Start, slot.End)));
                Assert.Equal(slots.Count, slots.Select(slot => WallTime.Local(zone, slot.Start)).Distinct().Count());
            }
        }
    }

    [Fact]
    public void Leaves_the_skipped_hour_out()
    {
        var calendar = Weekly(Berlin, new AvailabilityWindow(new TimeOnly(1, 0), new TimeOnly(5, 0), 60));

        var slots = SlotsOn(calendar, new DateOnly(2027, 3, 28));

        Assert.Equal([(0, 1), (1, 2), (2, 3)], slots.Select(slot => (slot.Start.Hour, slot.End.Hour)));
    }

    [Fact]
    public void Offers_the_repeated_hour_once()
    {
        var calendar = Weekly(Berlin, new AvailabilityWindow(new TimeOnly(1, 0), new TimeOnly(4, 0), 60));

        var slots = SlotsOn(calendar, new DateOnly(2027, 10, 31));

        Assert.Equal([(23, 0), (1, 2), (2, 3)], slots.Select(slot => (slot.Start.Hour, slot.End.Hour)));
    }

    [Fact]
    public void A_date_with_other_windows_replaces_the_week_and_one_without_is_closed()
    {
        var monday = new DateOnly(2026, 6, 1);
        var calendar = Weekly(Berlin, new AvailabilityWindow(new TimeOnly(9, 0), new TimeOnly(11, 0), 60)) with
        {
            Exceptions =
            [
                new AvailabilityException(monday, [new AvailabilityWindow(new TimeOnly(15, 0), new TimeOnly(16, 0), 60)]),
                new AvailabilityException(monday.AddDays(1), []),
            ],
        };

        Assert.Equal([15], SlotsOn(calendar, monday).Select(slot => WallTime.Local(Berlin, slot.Start).Hour));
        Assert.Empty(SlotsOn(calendar, monday.AddDays(1)));
        Assert.Equal([9, 10], SlotsOn(calendar, monday.AddDays(2)).Select(slot => WallTime.Local(Berlin, slot.Start).Hour));
    }

    [Fact]
    public void What_is_booked_is_not_offered()
    {
        var busy = (Utc(2026, 6, 1, 8), Utc(2026, 6, 1, 9));
        var calendar = Weekly(Berlin, new AvailabilityWindow(new TimeOnly(9, 0), new TimeOnly(12, 0), 60)) with { Busy = [busy] };

        Assert.Equal([9, 11], SlotsOn(calendar, new DateOnly(2026, 6, 1)).Select(slot => WallTime.Local(Berlin, slot.Start).Hour));
    }

    [Fact]
    public void A_remainder_shorter_than_a_slot_is_not_offered()
    {
        var calendar = Weekly(Berlin, new AvailabilityWindow(new TimeOnly(9, 0), new TimeOnly(11, 50), 60));

        Assert.Equal(2, SlotsOn(calendar, new DateOnly(2026, 6, 1)).Count);
    }

    [Fact]
    public void Rules_hold_only_within_their_days()
    {
        var window = new AvailabilityWindow(new TimeOnly(9, 0), new TimeOnly(10, 0), 60);
        var first = new DateOnly(2026, 6, 8);
        var calendar = new FreeCalendar(Berlin, [new AvailabilityRule(DayOfWeek.Monday, window, first, first.AddDays(7))], [], []);

        var days = calendar.From(Utc(2026, 6, 1, 0)).Select(slot => DateOnly.FromDateTime(slot.Start));

        Assert.Equal([first, first.AddDays(7)], days);
    }

    [Fact]
    public void The_week_is_rolled_out_for_thirteen_weeks_and_opened_dates_count_beyond()
    {
        var window = new AvailabilityWindow(new TimeOnly(9, 0), new TimeOnly(10, 0), 60);
        var far = new DateOnly(2034, 3, 7);
        var calendar = new FreeCalendar(Berlin, [new AvailabilityRule(DayOfWeek.Monday, window)], [new AvailabilityException(far, [window])], []);

        var days = calendar.From(Utc(2026, 6, 1, 0)).Select(slot => DateOnly.FromDateTime(slot.Start)).ToList();

        Assert.Equal(14, days.Count);
        Assert.Equal([new DateOnly(2026, 8, 24), far], days[^2..]);
    }

    private static FreeCalendar Weekly(string zone, AvailabilityWindow window) =>
        new(zone, [.. Enum.GetValues<DayOfWeek>().Select(day => new AvailabilityRule(day, window))], [], []);

    private static List<(DateTime Start, DateTime End)> SlotsAround(FreeCalendar calendar, DateOnly day)
    {
        var from = WallTime.StartOfDay(calendar.TimeZone, day.AddDays(-2));
        var to = WallTime.StartOfDay(calendar.TimeZone, day.AddDays(3));
        return [.. calendar.From(from).SelectMany(window => window.Slots()).Where(slot => slot.Start < to)];
    }

    private static List<(DateTime Start, DateTime End)> SlotsOn(FreeCalendar calendar, DateOnly day)
    {
        var (from, to) = (WallTime.StartOfDay(calendar.TimeZone, day), WallTime.StartOfDay(calendar.TimeZone, day.AddDays(1)));
        return [.. calendar.From(from.AddDays(-1)).SelectMany(window => window.Slots()).Where(slot => slot.Start >= from && slot.Start < to)];
    }

    // an end at the moment the clock jumps reads as the hour after the jump
    private static double WallMinutes(string zone, DateTime start, DateTime end)
    {
        var wall = (WallTime.Local(zone, end) - WallTime.Local(zone, start)).TotalMinutes;
        return WallTime.Local(zone, end) - WallTime.Local(zone, end.AddTicks(-1)) > TimeSpan.FromMinutes(1) ? wall - 60 : WallTime.Local(zone, end) < WallTime.Local(zone, end.AddTicks(-1)) ? wall + 60 : wall;
    }

    private static IEnumerable<string> Times(DateOnly day, params string[] times) => times.Select(time => $"{day:yyyy-MM-dd} {time}");

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
