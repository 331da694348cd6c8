using System.Globalization;
using KoKo.Platform.Features.Mediators.Availability;

namespace KoKo.Platform.Features.Mediators.Pages;

/// <summary>The week as the form sends it: rows without a day are left out.</summary>
internal static class WeekInput
{
    public const int MostRows = 50;

    public static SetMediatorAvailabilityRequest Of(IFormCollection form) => new(
    [
        .. Enumerable.Range(0, MostRows)
            .Where(row => Enum.TryParse<DayOfWeek>(form[$"rules.{row}.weekday"], out _))
            .Select(row => new AvailabilityRuleBody(
                Enum.Parse<DayOfWeek>(form[$"rules.{row}.weekday"].ToString()),
                form[$"rules.{row}.start"].ToString(),
                form[$"rules.{row}.end"].ToString(),
                Minutes(form[$"rules.{row}.slotMinutes"].ToString()),
                Date(form[$"rules.{row}.validFrom"].ToString()),
                Date(form[$"rules.{row}.validTo"].ToString()))),
    ]);

    /// <summary>A blocked date, or one window on it where times are given.</summary>
    public static SetAvailabilityExceptionRequest? ExceptionOf(IFormCollection form) => Date(form["date"].ToString()) is not { } date
        ? null
        : new SetAvailabilityExceptionRequest(
            date,
            form["from"].ToString().Length == 0 && form["until"].ToString().Length == 0
                ? []
                : [new WindowBody(form["from"].ToString(), form["until"].ToString(), Minutes(form["minutes"].ToString()))]);

    public static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static int Minutes(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0;
}
