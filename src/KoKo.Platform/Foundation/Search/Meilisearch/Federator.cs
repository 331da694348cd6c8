namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>What is asked for, whichever page of it.</summary>
/// <param name="Variants">A document is found by any of them.</param>
/// <param name="Filter">What must hold of it.</param>
/// <param name="Fields">What is told of it.</param>
internal sealed record Question(IReadOnlyList<QueryVariant> Variants, IReadOnlyList<string> Filter, IReadOnlyList<string> Fields)
{
    /// <summary>Null for the best first.</summary>
    public IReadOnlyList<string>? Sort { get; init; }

    public bool CountsFacets { get; init; }
}

/// <summary>
/// Asks one index in several ways at once. The server gives each document once, in its best place, and counts totals and facets
/// over all documents of all variants.
/// </summary>
internal sealed class Federator(MeilisearchClient client, string index)
{
    private readonly Dictionary<string, IReadOnlyList<string>> facets = new() { [index] = [FacetChoices.Facets] };

    /// <summary>How many documents each text finds, about.</summary>
    public async Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<string> texts, IReadOnlyList<string> filter, CancellationToken cancellationToken)
    {
        var search = new SeveralSearches([.. texts.Select(text => new CountingQuery(index, text, filter))]);
        return await client.AskAsync<SeveralCounts>("multi-search", search, cancellationToken) is { } answer
            ? [.. answer.Results.Select(result => result.EstimatedTotalHits)]
            : [.. texts.Select(_ => 0)];
    }

    /// <summary>An index that is not there has nothing to tell.</summary>
    public async Task<FoundPage> AskAsync(Question question, int offset, int limit, CancellationToken cancellationToken)
    {
        var search = new FederatedSearch(
            new Federation(offset, limit, question.CountsFacets ? facets : null),
            [
                .. question.Variants.Select(variant => new FederatedQuery(index, variant.Text, question.Filter, new FederationWeight(variant.Weight))
                {
                    MatchingStrategy = variant.Strategy,
                    RankingScoreThreshold = variant.Threshold,
                    AttributesToSearchOn = variant.Fields,
                    AttributesToRetrieve = question.Fields,
                    Sort = question.Sort,
                }),
            ]);
        return await client.AskAsync<FoundPage>("multi-search", search, cancellationToken) ?? new FoundPage([], 0, FacetsByIndex: null);
    }
}
