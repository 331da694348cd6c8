using System.Globalization;
using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>One search on one state of the index.</summary>
internal sealed class LuceneSearch(IndexSearcher searcher, MunicipalAnalyzer analyzer, Synonyms synonyms)
{
    private static readonly HashSet<string> ShortFields = [IndexField.ItemId, IndexField.Kind, IndexField.Audience, IndexField.Title];

    public SearchResults Run(IReadOnlyCollection<string> audiences, SearchQuery query, CancellationToken cancellationToken)
    {
        // read once, whatever is asked of it
        Filter visible = new CachingWrapperFilter(AudienceFilter.Of(audiences, query.Without));
        Filter asked = query is { ExternalKeys.Count: 0, Only.Count: 0 } ? visible : AudienceFilter.Of(audiences, query.Without).WithKeys(query.ExternalKeys).WithOnly(query.Only);
        if (string.IsNullOrWhiteSpace(query.Text))
        {
            return query.Scope == SearchScope.Titles ? SearchResults.None : Page(Collect(new MatchAllDocsQuery(), words: null, relaxed: false), query);
        }

        var words = QueryWords.Parse(analyzer, query.Text);
        var rarity = new WordRarity(searcher, visible);
        var composer = new QueryComposer(synonyms, new Misspellings(analyzer, synonyms, new SimilarTerms(searcher.IndexReader)), rarity);
        return query.Scope == SearchScope.Titles ? Page(Titles(words), query) : Corrected(Page(Everything(words), query), query, words);

        Found Titles(QueryWords words)
        {
            var titles = new TitleQuery(words, searcher.IndexReader);
            var exact = Collect(titles.Exact(), words, relaxed: false);
            return exact.Hits.Total > 0 ? exact : Collect(titles.Forgiving(), words, relaxed: false);
        }

        Found Everything(QueryWords words)
        {
            if (query.After is { Relaxed: true })
            {
                return MostWords(words);
            }

            var all = Collect(composer.All(words), words, relaxed: false);
            return query.AllWords || query.After is not null || words.AreEnough(all.Hits.Total, WordWorth.IsAsWritten(all.Hits.BestScore, words)) ? all : MostWords(words);
        }

        Found MostWords(QueryWords words)
        {
            var known = words.WithPartsOf(clause => rarity.CountOf(composer.Of(clause)) == 0);
            var wanted = composer.Wanted(known).ToList();
            rarity.Weigh(wanted);
            return Collect(QueryComposer.Most(known, wanted), known, relaxed: true);
        }

        Found Collect(Query matching, QueryWords? words, bool relaxed)
        {
            var facets = new FacetCounts(query.Choices(), counting: query.Scope == SearchScope.Everything);
            RankedHit? after = query.After is { } cursor ? RankedHit.Of(cursor) : null;
            var hits = new HitCollector(facets, query.Limit, after, new SortValues(query.Sort, words is { Wanted.Count: > 0 }), cancellationToken);
            var rewritten = searcher.Rewrite(matching);
            searcher.Search(rewritten, asked, hits);
            return new Found(hits, facets, rewritten, words, relaxed);
        }
    }

    public IReadOnlyList<SimilarHit> Similar(IReadOnlyCollection<string> audiences, SimilarQuery query, CancellationToken cancellationToken)
    {
        var collector = new SimilarItems(query, cancellationToken);
        searcher.Search(new MatchAllDocsQuery(), AudienceFilter.Of(audiences, without: []), collector);
        return
        [
            .. from hit in collector.Best()
               let row = LuceneDocument.PartsOf(hit.Key)
               select new SimilarHit(row.ItemId, query.Kind, row.Audience, (int)hit.Score, SimilarItems.FacetsOf(searcher.IndexReader, hit.Document)),
        ];
    }

    /// <summary>Only the first page says what was meant, and only where every word means something.</summary>
    private SearchResults Corrected(SearchResults results, SearchQuery query, QueryWords words)
    {
        return query.After is not null || !query.Highlight || results.Relaxed
            ? results
            : results with { DidYouMean = new DidYouMean(analyzer, synonyms).Of(query.Text!, words, results.Hits, TextsOf) };

        IEnumerable<string> TextsOf(SearchHit hit)
        {
            // the very row that the caller sees: a richer one of the same item has other words
            var row = new BooleanQuery
            {
                { new TermQuery(new Term(IndexField.Item, LuceneDocument.ItemKey(hit.Kind, hit.ItemId))), Occur.MUST },
                { new TermQuery(new Term(IndexField.Audience, hit.Audience)), Occur.MUST },
            };
            var fields = searcher.Doc(searcher.Search(row, 1).ScoreDocs[0].Doc);
            return new[] { IndexField.Title, IndexField.Names, IndexField.Summary, IndexField.Body }.SelectMany(fields.GetValues);
        }
    }

    /// <summary>Reads and marks the hits: only of the query that answers, since it costs more than to find them.</summary>
    private SearchResults Page(Found found, SearchQuery query)
    {
        var matcher = query.Highlight && found.Words is { } words ? new TermMatcher(TermsOf(found.Rewritten), words.Beginning) : TermMatcher.None;
        var highlighter = new Highlighter(analyzer, matcher);
        var best = found.Hits.Best();
        var offset = query.After?.Offset ?? 0;
        var hits = best.Take(query.Limit).Select((hit, index) => Hit(hit, query.Scope, highlighter, offset + index + 1, found.Relaxed)).ToList();
        return new SearchResults(hits, found.Hits.Total, found.Facets.Result(), best.Count > query.Limit && hits.Count > 0 ? hits[^1].Cursor : null, found.Relaxed);
    }

    private SearchHit Hit(RankedHit hit, SearchScope scope, Highlighter highlighter, int offset, bool relaxed)
    {
        var row = scope == SearchScope.Titles ? searcher.Doc(hit.Document, ShortFields) : searcher.Doc(hit.Document);
        var itemId = Guid.ParseExact(Text(row, IndexField.ItemId), "N");
        var audience = Text(row, IndexField.Audience);
        return new SearchHit(
            itemId,
            Text(row, IndexField.Kind),
            audience,
            row.Get(IndexField.ExternalKey, CultureInfo.InvariantCulture),
            hit.Score,
            highlighter.Whole(Text(row, IndexField.Title)),
            scope == SearchScope.Titles ? [] : highlighter.Snippet(Text(row, IndexField.Summary), Text(row, IndexField.Body)),
            hit.Cursor(itemId, audience, offset, relaxed));
    }

    /// <summary>In a rewritten query every term stands by itself.</summary>
    private static IEnumerable<string> TermsOf(Query rewritten)
    {
        var terms = new HashSet<Term>();
        rewritten.ExtractTerms(terms);
        return terms.Where(term => term.Field is IndexField.All or IndexField.Title).Select(term => term.Text);
    }

    private static string Text(Document row, string field) => row.Get(field, CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>What one query collected.</summary>
    private sealed record Found(HitCollector Hits, FacetCounts Facets, Query Rewritten, QueryWords? Words, bool Relaxed);
}
