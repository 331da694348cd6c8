using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Analysis;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>One search: a federation of variants, which finds each document once, and one more question per chosen facet.</summary>
internal sealed class MeilisearchSearch(MeilisearchClient client, string index, Analyzer analyzer, Synonyms synonyms)
{
    private static readonly string[] Shown = ["id", "kind", "itemId", "audience", "date", "title", "summary", "body"];
    private static readonly string[] Ranked = ["id", "date"];
    private static readonly string[] Counted = ["facets"];

    public async Task<SearchResults> RunAsync(IReadOnlyCollection<string> audiences, SearchQuery query, CancellationToken cancellationToken)
    {
        var words = string.IsNullOrWhiteSpace(query.Text) ? null : QueryWords.Parse(analyzer, query.Text);
        if (words is { Wanted.Count: 0, Excluded.Count: 0 })
        {
            return SearchResults.None; // text without a word in it matches nothing
        }

        var relaxed = query.After is { Relaxed: true };
        var results = await RunAsync(audiences, query, words, relaxed, cancellationToken);
        return results.Total > 0 || query.After is not null || words is null or { Wanted.Count: < 2 }
            ? results
            : await RunAsync(audiences, query, words, relaxed: true, cancellationToken);
    }

    private async Task<SearchResults> RunAsync(
        IReadOnlyCollection<string> audiences, SearchQuery query, QueryWords? words, bool relaxed, CancellationToken cancellationToken)
    {
        var variants = words switch
        {
            null => [QueryVariant.Everything],
            _ when relaxed => QueryVariants.Relaxed(words),
            _ => QueryVariants.Strict(words),
        };
        var choices = new FacetChoices(audiences, query);
        var counting = choices.Chosen.ToDictionary(facet => facet, facet => AskAsync(variants, choices.FilterWithout(facet), 0, 0, Ranked, Counted, cancellationToken));
        var (found, offset) = await PageAsync(variants, choices.Filter, query, cancellationToken);
        var counts = FacetChoices.Counts(found);
        foreach (var (facet, others) in counting)
        {
            FacetChoices.Replace(counts, facet, await others);
        }

        var matcher = query.Highlight && words is not null ? MatcherOf(words) : TermMatcher.None;
        var highlighter = new Highlighter(analyzer, matcher);
        var hits = found.Hits.Take(query.Limit).Select((row, place) => Hit(row, highlighter, offset + place + 1, relaxed)).ToList();
        return new SearchResults(hits, found.EstimatedTotalHits, counts, found.Hits.Count > query.Limit && hits.Count > 0 ? hits[^1].Cursor : null, relaxed);
    }

    /// <summary>The page behind the cursor. Where the hit of the cursor still has its old place, one question is enough.</summary>
    private async Task<(FoundPage Page, int Offset)> PageAsync(
        IReadOnlyList<QueryVariant> variants, IReadOnlyList<string> filter, SearchQuery query, CancellationToken cancellationToken)
    {
        if (query.After is not { } cursor)
        {
            return (await AskAsync(variants, filter, 0, query.Limit + 1, Shown, Counted, cancellationToken), 0);
        }

        var before = Math.Max(0, cursor.Offset - 1);
        var page = await AskAsync(variants, filter, before, query.Limit + 2, Shown, Counted, cancellationToken);
        if (page.Hits is [var first, ..] && first.Id == PreparedRow.IdOf(cursor.ItemId, cursor.Audience))
        {
            return (page with { Hits = [.. page.Hits.Skip(1)] }, cursor.Offset);
        }

        var place = new PlaceOfCursor(cursor, async (offset, limit) => (await AskAsync(variants, filter, offset, limit, Ranked, facets: null, cancellationToken)).Hits);
        var offset = await place.FindAsync();
        return (await AskAsync(variants, filter, offset, query.Limit + 1, Shown, Counted, cancellationToken), offset);
    }

    private async Task<FoundPage> AskAsync(
        IReadOnlyList<QueryVariant> variants,
        IReadOnlyList<string> filter,
        int offset,
        int limit,
        string[] fields,
        string[]? facets,
        CancellationToken cancellationToken)
    {
        var search = new FederatedSearch(
            new Federation(offset, limit, facets is null ? null : new Dictionary<string, IReadOnlyList<string>> { [index] = facets }),
            [
                .. variants.Select(variant => new FederatedQuery(index, variant.Text, filter, new FederationWeight(variant.Weight))
                {
                    MatchingStrategy = variant.Strategy,
                    RankingScoreThreshold = variant.Threshold,
                    AttributesToRetrieve = fields,
                }),
            ]);
        return await client.AskAsync<FoundPage>("multi-search", search, cancellationToken) ?? new FoundPage([], 0, FacetsByIndex: null);
    }

    private static SearchHit Hit(FoundRow row, Highlighter highlighter, int offset, bool relaxed)
    {
        var (itemId, audience) = (row.ItemId ?? Guid.Empty, row.Audience ?? "");
        var score = (float)row.Rank.WeightedRankingScore;
        var date = new DateTime(row.Date * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        return new SearchHit(
            itemId,
            row.Kind ?? "",
            audience,
            score,
            highlighter.Whole(row.Title ?? ""),
            highlighter.Snippet(row.Summary ?? "", row.Body ?? ""),
            new SearchCursor(score, date, itemId, audience, offset, relaxed));
    }

    /// <summary>The server does not tell which terms it took for a match, so they are found as it finds them.</summary>
    private TermMatcher MatcherOf(QueryWords words)
    {
        var typed = words.Wanted.Where(clause => clause.Words.Count == 1).SelectMany(clause => clause.Words[0].Parts.Prepend(clause.Words[0].Term)).ToList();
        var phrased = words.Wanted.Where(clause => clause.Words.Count > 1).SelectMany(clause => clause.Words.Select(word => word.Term));
        return new TermMatcher(
            [.. typed, .. typed.SelectMany(synonyms.Of), .. phrased],
            words.Beginning,
            [.. typed.Select(term => (term, QueryVariants.MostTypos(term))).Where(term => term.Item2 > 0)]);
    }
}
