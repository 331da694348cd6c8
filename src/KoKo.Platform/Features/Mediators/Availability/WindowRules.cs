using FluentValidation;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Mediators.Availability;

/// <summary>What holds for every window, weekly or of one date.</summary>
internal static class WindowRules
{
    public static void AddTo<T>(AbstractValidator<T> validator, Func<T, WindowBody?> windowOf, System.Linq.Expressions.Expression<Func<T, string>> start, System.Linq.Expressions.Expression<Func<T, string>> end, System.Linq.Expressions.Expression<Func<T, int>> slot)
    {
        validator.RuleFor(start).NotEmpty().Matches(WindowBody.Pattern).Says("time", "Eine Uhrzeit, etwa 09:30.", "A time of day, such as 09:30.");
        validator.RuleFor(end).NotEmpty().Matches(WindowBody.Pattern).Says("time", "Eine Uhrzeit, etwa 17:00.", "A time of day, such as 17:00.");
        validator.RuleFor(slot).InclusiveBetween(15, 480);
        validator.RuleFor(end).Must((body, _) => LengthOf(windowOf(body)) is not <= 0)
            .Says("end-before-start", "Das Ende liegt nicht nach dem Anfang.", "The end is not after the start.");
        validator.RuleFor(slot).Must((body, minutes) => LengthOf(windowOf(body)) is not { } length || length <= 0 || minutes <= length)
            .Says("slot-longer-than-window", "Ein Termin ist länger als das Zeitfenster.", "A slot is longer than its window.");
    }

    /// <summary>Refuses with a pointer to every element that overlaps an earlier one.</summary>
    public static void RequireApart<T>(IReadOnlyList<T> elements, Func<T, T, bool> overlap, string member)
    {
        var errors = elements
            .Select((element, index) => (element, index))
            .Where(entry => elements.Take(entry.index).Any(earlier => overlap(earlier, entry.element)))
            .Select(entry => new ProblemError($"/{member}/{entry.index}", "overlapping-window", RuleWords.In("Überschneidet sich mit einem früheren Eintrag.", "Overlaps an earlier entry.")))
            .ToList();
        if (errors.Count > 0)
        {
            throw new ProblemException(MediatorProblems.OverlappingWindows, errors);
        }
    }

    private static double? LengthOf(WindowBody? body) =>
        body is not null && WindowBody.Read(body.Start) is { } start && WindowBody.Read(body.End) is { } end ? end.ToTimeSpan().TotalMinutes - start.ToTimeSpan().TotalMinutes : null;
}
