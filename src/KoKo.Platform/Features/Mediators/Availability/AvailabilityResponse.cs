using System.Globalization;

namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>When the caller is available as a mediator: weekly rules and the dates that differ.</summary>
/// <param name="TimeZone">The IANA zone of all times here; it is set with the profile.</param>
/// <param name="Rules">What comes back every week.</param>
/// <param name="Exceptions">Dates on which the rules do not hold.</param>
public sealed record AvailabilityResponse(string TimeZone, IReadOnlyList<AvailabilityRuleBody> Rules, IReadOnlyList<AvailabilityExceptionResponse> Exceptions)
{
    internal static AvailabilityResponse Of(string timeZone, IEnumerable<AvailabilityRule> rules, IEnumerable<AvailabilityException> exceptions) => new(
        timeZone,
        [.. rules.OrderBy(rule => ((int)rule.Weekday + 6) % 7).ThenBy(rule => rule.Start).Select(AvailabilityRuleBody.Of)],
        [.. exceptions.OrderBy(exception => exception.Date).Select(AvailabilityExceptionResponse.Of)]);
}

/// <summary>A window that comes back every week.</summary>
/// <param name="Weekday">The day of the week.</param>
/// <param name="Start">By the clock, <c>HH:mm</c>.</param>
/// <param name="End">By the clock, <c>HH:mm</c>, after the start.</param>
/// <param name="SlotMinutes">The length of one slot, 15 to 480 minutes, at most the window's.</param>
/// <param name="ValidFrom">The first day on which the rule holds; null = always.</param>
/// <param name="ValidTo">The last day on which the rule holds; null = always.</param>
public sealed record AvailabilityRuleBody(DayOfWeek Weekday, string Start, string End, int SlotMinutes, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    internal static AvailabilityRuleBody Of(AvailabilityRule rule) =>
        new(rule.Weekday, WindowBody.Written(rule.Start), WindowBody.Written(rule.End), rule.SlotMinutes, rule.ValidFrom, rule.ValidTo);

    internal AvailabilityRule ToRule() => new(Weekday, new WindowBody(Start, End, SlotMinutes).ToWindow(), ValidFrom, ValidTo);
}

/// <summary>A date on which the weekly rules do not hold.</summary>
/// <param name="Date">The date.</param>
/// <param name="Windows">The windows of that date; none = not available.</param>
public sealed record AvailabilityExceptionResponse(DateOnly Date, IReadOnlyList<WindowBody> Windows)
{
    internal static AvailabilityExceptionResponse Of(AvailabilityException exception) =>
        new(exception.Date, [.. exception.Windows.OrderBy(window => window.Start).Select(WindowBody.Of)]);
}

/// <summary>A window of one date.</summary>
/// <param name="Start">By the clock, <c>HH:mm</c>.</param>
/// <param name="End">By the clock, <c>HH:mm</c>, after the start.</param>
/// <param name="SlotMinutes">The length of one slot, 15 to 480 minutes, at most the window's.</param>
public sealed record WindowBody(string Start, string End, int SlotMinutes)
{
    internal const string Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    internal static WindowBody Of(AvailabilityWindow window) => new(Written(window.Start), Written(window.End), window.SlotMinutes);

    internal static string Written(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    internal static TimeOnly? Read(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    internal AvailabilityWindow ToWindow() => new(Read(Start)!.Value, Read(End)!.Value, SlotMinutes);
}
