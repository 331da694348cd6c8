using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Tenants.Onboarding;

internal sealed class ListOnboardings(PlatformDb db, Cursors cursors) : Endpoint<ListOnboardingsRequest, Page<OnboardingResponse>>
{
    private const int Usual = 20;

    public override void Configure()
    {
        Get("/onboarding");
        Summary(summary =>
        {
            summary.Summary = "List applications";
            summary.Description = "For the office: all applications, the newest first.";
        });
    }

    public override async Task HandleAsync(ListOnboardingsRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(db, cursors, request, cancellationToken), cancellationToken);

    internal static async Task<Page<OnboardingResponse>> ExecuteAsync(PlatformDb db, Cursors cursors, ListOnboardingsRequest request, CancellationToken cancellationToken)
    {
        var applications = db.Onboardings.AsNoTracking();
        if (request.State is { } state)
        {
            applications = applications.Where(application => application.State == state);
        }

        if (cursors.ReadInstant(nameof(ListOnboardings), request.Cursor) is var (at, id))
        {
            applications = applications.Where(application => application.AppliedAt < at || (application.AppliedAt == at && application.Id.CompareTo(id) > 0));
        }

        var limit = request.Limit ?? Usual;
        var rows = await applications.OrderByDescending(application => application.AppliedAt).ThenBy(application => application.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var last = rows.Count > limit ? rows[limit - 1] : null;
        return new Page<OnboardingResponse>(
            [.. rows.Take(limit).Select(OnboardingResponse.Of)],
            last is null ? null : cursors.WriteInstant(nameof(ListOnboardings), last.AppliedAt, last.Id));
    }
}

/// <param name="State">Only those in this state.</param>
/// <param name="Limit">How many, 1 to 100; 20 if not given.</param>
/// <param name="Cursor">The nextCursor of the page before.</param>
public sealed record ListOnboardingsRequest(OnboardingState? State = null, int? Limit = null, string? Cursor = null);

internal sealed class ListOnboardingsValidator : Validator<ListOnboardingsRequest>
{
    public ListOnboardingsValidator()
    {
        RuleFor(request => request.State).IsInEnum();
        RuleFor(request => request.Limit).InclusiveBetween(1, 100);
    }
}
