using KoKo.Platform.Foundation.Search.German;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>One search: a federation of variants, which finds each document once, and one more question per chosen facet.</summary>
internal sealed class MeilisearchSearch(Federator federator, MunicipalAnalyzer analyzer, Synonyms synonyms, IReadOnlyCollection<string> audiences, SearchQuery query)
{
    private static readonly string[] Ranked = ["id", "kind", "itemId", "audience", "date", "quality", "titleKey"];
    private static readonly string[] Named = [.. Ranked, "externalKey", "title"];
    private static readonly string[] Shown = [.. Named, "summary", "body"];
    private static readonly string[] AllTexts = [.. Shown, "names"];

    private readonly FacetChoices choices = new(audiences, query);

    public async Task<SearchResults> RunAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query.Text))
        {
            return query.Scope == SearchScope.Titles ? SearchResults.None : await RunAsync([QueryVariant.Everything], words: null, relaxed: false, cancellationToken);
        }

        var words = QueryWords.Parse(analyzer, query.Text);
        if (words is { Wanted.Count: 0, Excluded.Count: 0 })
        {
            return SearchResults.None; // text without a word in it matches nothing
        }

        if (query.Scope == SearchScope.Titles)
        {
            return await RunAsync(QueryVariants.OfTitles(words), words, relaxed: false, cancellationToken);
        }

        if (query.After is { Relaxed: true })
        {
            return await RelaxedAsync(words, cancellationToken);
        }

        var results = await RunAsync(QueryVariants.Strict(words, forgiving: false), words, relaxed: false, cancellationToken);
        if (results.Total == 0 && words.Wanted.Count == 1 && !await IsKnownAsync(words, cancellationToken))
        {
            results = await RunAsync(QueryVariants.Strict(words), words, relaxed: false, cancellationToken);
        }

        return query.AllWords || words.AreEnough(results.Total, asWritten: true) || query.After is not null ? results : await RelaxedAsync(words, cancellationToken);
    }

    /// <summary>Whether the caller may see the word somewhere, chosen or not: then it is spelt right.</summary>
    private async Task<bool> IsKnownAsync(QueryWords words, CancellationToken cancellationToken)
    {
        var question = new Question(QueryVariants.Strict(words, forgiving: false), FacetChoices.Visible(audiences, query.Without).Conditions, Ranked);
        return (await federator.AskAsync(question, offset: 0, limit: 1, cancellationToken)).EstimatedTotalHits > 0;
    }

    /// <summary>
    /// Words that are rare among what the caller may find say what was meant; what is nowhere says nothing, unless it is a
    /// compound whose parts are somewhere.
    /// </summary>
    private async Task<SearchResults> RelaxedAsync(QueryWords words, CancellationToken cancellationToken)
    {
        var counts = await CountAsync(words.Wanted, cancellationToken);
        var known = words.WithPartsOf(clause => counts[clause] == 0);
        if (known.Wanted.Count != words.Wanted.Count)
        {
            counts = await CountAsync(known.Wanted, cancellationToken);
        }

        List<QueryClause> clauses = [.. known.Wanted.Where(clause => counts[clause] > 0).OrderBy(clause => counts[clause]).Take(QueryVariants.MostTerms)];
        return clauses.Count == 0
            ? SearchResults.None with { Relaxed = true }
            : await RunAsync(QueryVariants.Relaxed(known, clauses), known, relaxed: true, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<QueryClause, int>> CountAsync(IReadOnlyList<QueryClause> clauses, CancellationToken cancellationToken)
    {
        var counts = await federator.CountAsync([.. clauses.Select(QueryVariants.Alone)], choices.Filter, cancellationToken);
        return clauses.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private async Task<SearchResults> RunAsync(IReadOnlyList<QueryVariant> variants, QueryWords? words, bool relaxed, CancellationToken cancellationToken)
    {
        var isScored = words is { Wanted.Count: > 0 };
        var corrects = words is not null && query is { Scope: SearchScope.Everything, Highlight: true, After: null };
        var question = new Question([.. variants.SelectMany(variant => Asked(variant, words))], choices.Filter, query.Scope == SearchScope.Titles ? Named : corrects ? AllTexts : Shown)
        {
            Sort = SortOf(isScored),
            CountsFacets = query.Scope == SearchScope.Everything,
        };
        var counting = question.CountsFacets
            ? choices.Chosen.ToDictionary(facet => facet, facet => federator.AskAsync(question with { Filter = choices.FilterWithout(facet) }, 0, 0, cancellationToken))
            : [];
        var (found, offset) = await PageAsync(question, isScored, cancellationToken);
        var counts = FacetChoices.Counts(found);
        foreach (var (facet, others) in counting)
        {
            FacetChoices.Replace(counts, facet, await others);
        }

        var highlighter = new Highlighter(analyzer, query.Highlight && words is not null ? MatcherOf(words) : TermMatcher.None);
        var hits = found.Hits.Take(query.Limit)
            .Select((row, place) => RowHit.Of(row, highlighter, RowHit.CursorOf(row, query.Sort, isScored, offset + place + 1, relaxed))).ToList();
        var results = new SearchResults(hits, found.EstimatedTotalHits, counts, found.Hits.Count > query.Limit && hits.Count > 0 ? hits[^1].Cursor : null, relaxed);
        return corrects && !relaxed ? results with { DidYouMean = new DidYouMean(analyzer, synonyms).Of(query.Text!, words!, hits, TextsOf) } : results;

        IEnumerable<string> TextsOf(SearchHit hit)
        {
            var row = found.Hits[hits.IndexOf(hit)];
            return [row.Title ?? "", .. row.Names ?? [], row.Summary ?? "", row.Body ?? ""];
        }
    }

    /// <summary>
    /// What is excluded is meant as it is written: who leaves out the Heim still wants the Unterkunft. And what is being typed is
    /// completed to words that stand there, not to their synonyms.
    /// </summary>
    private static IEnumerable<QueryVariant> Asked(QueryVariant variant, QueryWords? words)
    {
        var written = variant with { Fields = MeilisearchSettings.WithoutSynonyms(variant.Fields) };
        return words is { Excluded.Count: > 0 } ? [written] : variant.IsBeingTyped ? [written, variant with { Text = variant.Text + " " }] : [variant];
    }

    /// <summary>The page behind the cursor. Where the hit of the cursor still has its old place, one question is enough.</summary>
    private async Task<(FoundPage Page, int Offset)> PageAsync(Question question, bool isScored, CancellationToken cancellationToken)
    {
        if (query.After is not { } cursor)
        {
            return (await federator.AskAsync(question, 0, query.Limit + 1, cancellationToken), 0);
        }

        var page = await federator.AskAsync(question, Math.Max(0, cursor.Offset - 1), query.Limit + 2, cancellationToken);
        if (page.Hits is [var first, ..] && first.Id == PreparedRow.IdOf(cursor.ItemId, cursor.Audience))
        {
            return (page with { Hits = [.. page.Hits.Skip(1)] }, cursor.Offset);
        }

        var looking = question with { Fields = Ranked, CountsFacets = false };
        var offset = await new PlaceOfCursor(cursor, query.Sort, isScored, (start, count) => federator.AskAsync(looking, start, count, cancellationToken)).FindAsync();
        return (await federator.AskAsync(question, offset, query.Limit + 1, cancellationToken), offset);
    }

    private IReadOnlyList<string>? SortOf(bool isScored) => query.Sort switch
    {
        SearchSort.Title => ["titleKey:asc", "id:asc"],
        SearchSort.Relevance when isScored => null,
        _ => ["date:desc", "id:asc"],
    };

    /// <summary>The server does not tell which terms it took for a match, so they are found as it finds them.</summary>
    private TermMatcher MatcherOf(QueryWords words)
    {
        var single = words.Wanted.Where(clause => clause.Words.Count == 1).Select(clause => clause.Words[0]).ToList();
        var typed = single.SelectMany(word => word.Parts.Prepend(word.Term)).ToList();
        var phrased = words.Wanted.Where(clause => clause.Words.Count > 1).SelectMany(clause => clause.Words.Select(word => word.Term));
        return new TermMatcher(
            [.. typed, .. typed.SelectMany(synonyms.Of), .. phrased],
            words.Beginning,
            [.. single.Select(word => (word.Term, TypingErrors.Forgiven(word.Length))), .. single.SelectMany(word => word.Parts).Select(part => (part, QueryVariants.MostTypos(part)))]);
    }
}
