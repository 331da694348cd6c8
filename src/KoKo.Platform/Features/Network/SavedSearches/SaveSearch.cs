using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Network.SavedSearches;

[SendsETag]
[Refuses(nameof(Problems.NotFound), nameof(SavedSearchProblems.TooManySavedSearches))]
internal sealed class SaveSearch(PlatformDb db, Outbox outbox, TimeProvider clock) : Endpoint<SaveSearchRequest, SavedSearchResponse>
{
    public override void Configure()
    {
        Post("/saved-searches");
        Description(endpoint => endpoint.ClearDefaultProduces(StatusCodes.Status200OK).Produces<SavedSearchResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Save a search for myself";
            summary.Description = "Keeps a text with its filters for the person of the token in her tenant; nobody else sees it, and it goes with her membership. "
                + "With notify, a mail tells at most once a day what is new in it: what became visible to her tenant since it was saved and has all the words. "
                + "At most 50 for each member: 409 too-many-saved-searches. 404 for an app without a person.";
            summary.ExampleRequest = new SaveSearchRequest
            {
                Name = "Lärm am Abend",
                Search = new SearchCriteria { Q = "Lärm", Kind = ["practice"], Topic = ["nightlife_noise", "neighbourhood"] },
                Notify = true,
            };
        });
    }

    public override async Task HandleAsync(SaveSearchRequest request, CancellationToken cancellationToken)
    {
        var saved = await ExecuteAsync(db, outbox, clock, request, cancellationToken);

        HttpContext.SetETag(saved.Version);
        await Send.CreatedAtAsync<GetSavedSearch>(new { id = saved.Id }, SavedSearchResponse.Of(saved), cancellation: cancellationToken);
    }

    internal static Task<SavedSearch> ExecuteAsync(PlatformDb db, Outbox outbox, TimeProvider clock, SaveSearchRequest request, CancellationToken cancellationToken)
    {
        var (tenant, account) = db.OwnMembership();
        return db.InTransactionAsync(
            async () =>
            {
                if (await db.OwnSearches().CountAsync(cancellationToken) >= SavedSearch.MostOfAMember)
                {
                    throw new ProblemException(SavedSearchProblems.TooManySavedSearches);
                }

                var now = clock.GetUtcNow().UtcDateTime;
                var saved = new SavedSearch(tenant, account, request.Name.Trim(), request.Search.Tidied(), request.Notify, now);
                db.SavedSearches.Add(saved);
                if (saved.Notify)
                {
                    await outbox.RunDailyAsync(db, account, now, cancellationToken);
                }

                await db.SaveChangesAsync(cancellationToken);
                return saved;
            },
            cancellationToken);
    }
}

/// <summary>What to keep, and under which name.</summary>
public sealed record SaveSearchRequest
{
    /// <summary>What the person calls it, at most 120 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Text and filters, by the rules of SearchNetwork; empty for everything.</summary>
    public required SearchCriteria Search { get; init; }

    /// <summary>Whether a mail tells what is new, at most once a day; false if not given.</summary>
    public bool Notify { get; init; }
}

internal sealed class SaveSearchValidator : Validator<SaveSearchRequest>
{
    public SaveSearchValidator()
    {
        RuleFor(request => request.Name).NameOfSearch();
        RuleFor(request => request.Search).SetValidator(new SearchCriteriaValidator());
    }
}
