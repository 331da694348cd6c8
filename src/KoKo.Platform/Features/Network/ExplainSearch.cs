using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Search;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Network;

[Refuses(nameof(Problems.NotFound), "search-unavailable")]
internal sealed class ExplainSearch(NetworkSearch search, PlatformDb db, TimeProvider clock) : Endpoint<ExplainSearchRequest, SearchExplanationResponse>
{
    private const int Page = 100;
    private const int MostPages = 10;

    public override void Configure()
    {
        Get("/search/explanation");
        Summary(summary =>
        {
            summary.Summary = "Explain the place of a practice among the hits of a text";
            summary.Description = "For editors: at which place a practice is found by a text, which words of it matched, and what counts beside the text. "
                + "The text comes first; evidence and freshness decide between practices that fit it about equally well.";
        });
    }

    public override async Task HandleAsync(ExplainSearchRequest request, CancellationToken cancellationToken)
    {
        var row = await db.ReleasedPractices.AsNoTracking().SingleOrDefaultAsync(row => row.ItemId == request.ItemId, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);
        var (position, hit, results) = await FindAsync(request, cancellationToken);
        var factors = Ranking.FactorsOf(row, clock.GetUtcNow().UtcDateTime);
        await Send.OkAsync(
            new SearchExplanationResponse(
                row.ItemId,
                position,
                results.Total,
                results.Relaxed,
                hit?.Score,
                [.. WordsOf(hit?.Title)],
                [.. WordsOf(hit?.Snippet)],
                factors.Sum(factor => factor.Points),
                factors),
            cancellationToken);
    }

    private async Task<(int? Position, SearchHit? Hit, SearchResults Results)> FindAsync(ExplainSearchRequest request, CancellationToken cancellationToken)
    {
        var query = new SearchQuery { Text = request.Q, Limit = Page };
        var results = await search.AskAsync(query, cancellationToken);
        var first = results;
        for (var page = 0; page < MostPages; page++)
        {
            var at = results.Hits.ToList().FindIndex(hit => hit.ItemId == request.ItemId && hit.Kind == PracticePublisher.Kind);
            if (at >= 0)
            {
                return ((page * Page) + at + 1, results.Hits[at], first);
            }

            if (results.Next is null)
            {
                break;
            }

            results = await search.AskAsync(query with { After = results.Next }, cancellationToken);
        }

        return (null, null, first);
    }

    private static IEnumerable<string> WordsOf(IEnumerable<TextPart>? parts) =>
        (parts ?? []).Where(part => part.IsMatch).Select(part => part.Text).Distinct(StringComparer.OrdinalIgnoreCase);
}

/// <summary>Which text and which practice.</summary>
public sealed record ExplainSearchRequest
{
    /// <summary>The text, at most 1000 characters.</summary>
    public string Q { get; init; } = "";

    /// <summary>The practice.</summary>
    public Guid ItemId { get; init; }
}

/// <summary>Why a practice stands where it stands.</summary>
/// <param name="ItemId">The practice.</param>
/// <param name="Position">Its place among the hits, from 1; null where the text does not find it, or not among the first thousand.</param>
/// <param name="Total">How many hits there are.</param>
/// <param name="Relaxed">True when too few have all the words to fill a page: the hits have most of them.</param>
/// <param name="Score">What the engine gave it; to be compared only with other hits of the same text on the same engine.</param>
/// <param name="TitleWords">The words of its title that matched.</param>
/// <param name="SnippetWords">The words of the shown piece of its text that matched.</param>
/// <param name="Quality">The sum of the factors, of 100.</param>
/// <param name="Factors">What counts beside the text.</param>
public sealed record SearchExplanationResponse(
    Guid ItemId,
    int? Position,
    int Total,
    bool Relaxed,
    double? Score,
    IReadOnlyList<string> TitleWords,
    IReadOnlyList<string> SnippetWords,
    int Quality,
    IReadOnlyList<RankingFactor> Factors);

internal sealed class ExplainSearchValidator : Validator<ExplainSearchRequest>
{
    public ExplainSearchValidator()
    {
        RuleFor(request => request.Q).NotEmpty().MaximumLength(SearchCriteriaValidator.LongestText);
        RuleFor(request => request.ItemId).NotEmpty();
    }
}
