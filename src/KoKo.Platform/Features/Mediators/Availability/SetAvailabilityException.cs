using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Availability;

[Refuses(nameof(MediatorProblems.OverlappingWindows))]
internal sealed class SetAvailabilityException(PlatformDb db, Publisher publisher, TimeProvider clock)
    : Endpoint<SetAvailabilityExceptionRequest, AvailabilityExceptionResponse>
{
    public override void Configure()
    {
        Put("/mediator/availability/exceptions/{date}");
        Summary(summary =>
        {
            summary.Summary = "Say that one date differs from my week";
            summary.Description = "No windows: the date is blocked. Other windows replace those of the week on that date, also beyond the 13 weeks that the weekly rules are rolled out for. Nobody sees why.";
            summary.Params["date"] = "The date, such as 2034-05-02.";
            summary.ExampleRequest = new SetAvailabilityExceptionRequest(new DateOnly(2034, 5, 2), [new WindowBody("10:00", "12:00", 60)]);
        });
    }

    public override async Task HandleAsync(SetAvailabilityExceptionRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(AvailabilityExceptionResponse.Of(await ExecuteAsync(db, publisher, clock, request, cancellationToken)), cancellationToken);

    internal static Task<AvailabilityException> ExecuteAsync(PlatformDb db, Publisher publisher, TimeProvider clock, SetAvailabilityExceptionRequest request, CancellationToken cancellationToken)
    {
        var windows = request.Windows.Select(window => window.ToWindow()).ToList();
        WindowRules.RequireApart(windows, (one, other) => one.Overlaps(other), "windows");
        return db.InTransactionAsync(
            async () =>
            {
                await db.OwnProfileAsync(cancellationToken);
                var exception = await db.AvailabilityExceptions.SingleOrDefaultAsync(exception => exception.Date == request.Date, cancellationToken);
                if (exception is null)
                {
                    exception = new AvailabilityException(request.Date, windows);
                    db.AvailabilityExceptions.Add(exception);
                }
                else
                {
                    exception.Replace(windows);
                }

                await db.SaveChangesAsync(cancellationToken);
                await publisher.RewriteFreeWindowsAsync(db, clock, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return exception;
            },
            cancellationToken);
    }
}

/// <param name="Date">The date, such as <c>2034-05-02</c>.</param>
/// <param name="Windows">The windows of that date, at most 20; an empty list blocks it.</param>
public sealed record SetAvailabilityExceptionRequest(DateOnly Date, IReadOnlyList<WindowBody> Windows);

internal sealed class SetAvailabilityExceptionValidator : Validator<SetAvailabilityExceptionRequest>
{
    public SetAvailabilityExceptionValidator()
    {
        RuleFor(request => request.Date).Must(date => date.Year is >= 2020 and < 2100).Says("date-out-of-range", "Ein Tag von 2020 bis 2099.", "A day from 2020 to 2099.");
        RuleFor(request => request.Windows).NotNull().Must(windows => windows is null || windows.Count <= 20).Says("too-many", "Höchstens 20.", "At most 20.");
        RuleForEach(request => request.Windows).NotNull().ChildRules(window =>
            WindowRules.AddTo(window, body => body, body => body.Start, body => body.End, body => body.SlotMinutes));
    }
}
