using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Search;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

[Refuses(nameof(Problems.Withdrawn), "search-unavailable")]
internal sealed class ListSimilarPractices(PlatformDb db, ISearchIndex index) : Endpoint<ListSimilarPracticesRequest, SimilarPracticesResponse>
{
    // some of what the index proposes shares only the Kommune, and some may be gone
    private const int Proposed = 60;

    public override void Configure()
    {
        Get("/library/{id:guid}/similar");
        Summary(summary =>
        {
            summary.Summary = "List practices that are similar to one";
            summary.Description = "Practices with a similar conflict, most similar first, each with the reasons: the codes it shares with this one, by topic, "
                + "conflict, parties and methods, and by a comparable Kommune. Only what the caller may read of both is compared.";
        });
    }

    public override async Task HandleAsync(ListSimilarPracticesRequest request, CancellationToken cancellationToken)
    {
        var row = await GetReleasedPractice.ExecuteAsync(db, request.Id, cancellationToken);
        HttpContext.Response.Headers.Vary = "Authorization";
        await Send.OkAsync(new SimilarPracticesResponse(await ExecuteAsync(db, index, row, request.Limit, cancellationToken)), cancellationToken);
    }

    internal static async Task<IReadOnlyList<SimilarPracticeResponse>> ExecuteAsync(
        PlatformDb db, ISearchIndex index, ReleasedPractice row, int limit, CancellationToken cancellationToken)
    {
        var facets = Similarity.FacetsOf(row.Content);
        var query = new SimilarQuery { Kind = PracticePublisher.Kind, ItemId = row.ItemId, Facets = facets, Weights = Similarity.Weights, Limit = Proposed };
        var hits = await SearchProblems.AskAsync(() => index.FindSimilarAsync(db.Context.Audiences.Names, query, cancellationToken));
        var proposed = hits.Select(hit => hit.ItemId).ToList();
        var rows = await db.ReleasedPractices.AsNoTracking().Where(other => proposed.Contains(other.ItemId) && other.ItemId != row.ItemId).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(other => (Row: other, Reasons: Similarity.ReasonsOf(facets, other.Content)))
                .Where(other => other.Reasons.Count > 0)
                .OrderByDescending(other => Similarity.WeightOf(other.Reasons))
                .ThenByDescending(other => other.Row.PublishedAt)
                .ThenBy(other => other.Row.ItemId)
                .Take(limit)
                .Select(other => new SimilarPracticeResponse(ReleasedPracticeEntryResponse.Of(other.Row), other.Reasons)),
        ];
    }
}

/// <summary>To what, and how many.</summary>
public sealed record ListSimilarPracticesRequest
{
    /// <summary>The practice.</summary>
    public Guid Id { get; init; }

    /// <summary>1 to 20 practices.</summary>
    public int Limit { get; init; } = 5;
}

/// <summary>What is similar to a practice.</summary>
/// <param name="Items">Most similar first.</param>
public sealed record SimilarPracticesResponse(IReadOnlyList<SimilarPracticeResponse> Items);

/// <summary>A practice that is similar to another one.</summary>
/// <param name="Practice">The practice.</param>
/// <param name="Reasons">What both have, weightiest first.</param>
public sealed record SimilarPracticeResponse(ReleasedPracticeEntryResponse Practice, IReadOnlyList<SimilarityReasonResponse> Reasons);

/// <summary>One thing that two practices have in common.</summary>
/// <param name="Facet">The name of the vocabulary of the codes.</param>
/// <param name="Codes">The codes that both have.</param>
/// <param name="Label">The same in words, in German or English by Accept-Language.</param>
public sealed record SimilarityReasonResponse(string Facet, IReadOnlyList<string> Codes, string Label);

internal sealed class ListSimilarPracticesValidator : Validator<ListSimilarPracticesRequest>
{
    public ListSimilarPracticesValidator()
    {
        RuleFor(request => request.Limit).InclusiveBetween(1, 20);
    }
}
