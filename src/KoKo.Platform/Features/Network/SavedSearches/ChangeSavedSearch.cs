using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;

namespace KoKo.Platform.Features.Network.SavedSearches;

[RequiresIfMatch]
internal sealed class ChangeSavedSearch(PlatformDb db, Outbox outbox, TimeProvider clock) : Endpoint<ChangeSavedSearchRequest, SavedSearchResponse>
{
    public override void Configure()
    {
        Put("/saved-searches/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Rename a search I saved, or switch its mails on or off";
            summary.Description = "Name and notify are replaced; text and filters stay, since another search is another one to save. "
                + "Mails that are switched on tell of what comes from then on. 404 for what somebody else saved.";
            summary.ExampleRequest = new ChangeSavedSearchRequest { Name = "Lärm vor Gaststätten", Notify = false };
        });
    }

    public override async Task HandleAsync(ChangeSavedSearchRequest request, CancellationToken cancellationToken)
    {
        var saved = await ExecuteAsync(db, outbox, clock, request, HttpContext.RequireMatch, cancellationToken);

        HttpContext.SetETag(saved.Version);
        await Send.OkAsync(SavedSearchResponse.Of(saved), cancellationToken);
    }

    /// <param name="check">Refuses the version it is given where the caller saw another one.</param>
    internal static Task<SavedSearch> ExecuteAsync(
        PlatformDb db, Outbox outbox, TimeProvider clock, ChangeSavedSearchRequest request, Action<int> check, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var saved = await db.OwnSearchAsync(request.Id, cancellationToken);
            check(saved.Version);
            var now = clock.GetUtcNow().UtcDateTime;
            saved.Change(request.Name.Trim(), request.Notify, now);
            if (saved.Notify)
            {
                await outbox.RunDailyAsync(db, saved.AccountId, now, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            return saved;
        },
        cancellationToken);
}

/// <summary>The new name, and whether mails come.</summary>
public sealed record ChangeSavedSearchRequest
{
    /// <summary>The saved search.</summary>
    [RouteParam]
    public Guid Id { get; init; }

    /// <summary>What the person calls it, at most 120 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether a mail tells what is new, at most once a day.</summary>
    public required bool Notify { get; init; }
}

internal sealed class ChangeSavedSearchValidator : Validator<ChangeSavedSearchRequest>
{
    public ChangeSavedSearchValidator() => RuleFor(request => request.Name).NameOfSearch();
}
