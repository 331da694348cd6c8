using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Availability;

[Refuses(nameof(Problems.NotFound), nameof(MediatorProblems.OverlappingWindows))]
internal sealed class SetMediatorAvailability(PlatformDb db, Publisher publisher, TimeProvider clock)
    : Endpoint<SetMediatorAvailabilityRequest, AvailabilityResponse>
{
    public override void Configure()
    {
        Put("/mediator/availability");
        Summary(summary =>
        {
            summary.Summary = "Replace my weekly availability";
            summary.Description = "The free slots follow at once; dates that differ stay as they are. Times are wall time: a switch of the clock moves no appointment, and a slot that it would cut is not offered.";
            summary.ExampleRequest = new SetMediatorAvailabilityRequest(
            [
                new AvailabilityRuleBody(DayOfWeek.Monday, "09:00", "12:00", 60, null, null),
                new AvailabilityRuleBody(DayOfWeek.Thursday, "13:00", "17:00", 90, null, null),
            ]);
        });
    }

    public override async Task HandleAsync(SetMediatorAvailabilityRequest request, CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, publisher, clock, request, cancellationToken);
        await Send.OkAsync(await GetMediatorAvailability.ExecuteAsync(db, cancellationToken), cancellationToken);
    }

    internal static Task<bool> ExecuteAsync(PlatformDb db, Publisher publisher, TimeProvider clock, SetMediatorAvailabilityRequest request, CancellationToken cancellationToken)
    {
        var rules = request.Rules.Select(rule => rule.ToRule()).ToList();
        WindowRules.RequireApart(rules, (one, other) => one.Overlaps(other), "rules");
        return db.InTransactionAsync(
            async () =>
            {
                await db.OwnProfileAsync(cancellationToken);
                db.AvailabilityRules.RemoveRange(await db.AvailabilityRules.ToListAsync(cancellationToken));
                db.AvailabilityRules.AddRange(rules);
                await db.SaveChangesAsync(cancellationToken);
                await publisher.RewriteFreeWindowsAsync(db, clock, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
    }
}

/// <param name="Rules">The whole new week, at most 50 windows; what is not listed is gone. Windows must not overlap.</param>
public sealed record SetMediatorAvailabilityRequest(IReadOnlyList<AvailabilityRuleBody> Rules);

internal sealed class SetMediatorAvailabilityValidator : Validator<SetMediatorAvailabilityRequest>
{
    public SetMediatorAvailabilityValidator()
    {
        RuleFor(request => request.Rules).NotNull().Must(rules => rules is null || rules.Count <= 50).Says("too-many", "Höchstens 50.", "At most 50.");
        RuleForEach(request => request.Rules).NotNull().ChildRules(rule =>
        {
            WindowRules.AddTo(rule, body => new WindowBody(body.Start, body.End, body.SlotMinutes), body => body.Start, body => body.End, body => body.SlotMinutes);
            rule.RuleFor(body => body.Weekday).IsInEnum();
            rule.RuleFor(body => body.ValidTo).Must((body, last) => last is null || body.ValidFrom is null || last >= body.ValidFrom)
                .Says("end-before-start", "Der letzte Tag liegt vor dem ersten.", "The last day is before the first.");
        });
    }
}
