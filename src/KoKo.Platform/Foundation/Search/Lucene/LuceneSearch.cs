using System.Globalization;
using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>One search on one state of the index.</summary>
internal sealed class LuceneSearch(IndexSearcher searcher, Analyzer analyzer, Synonyms synonyms)
{
    private static readonly HashSet<string> ShortFields = [IndexField.ItemId, IndexField.Kind, IndexField.Audience, IndexField.Title];

    private readonly QueryComposer composer = new(synonyms, new SimilarTerms(searcher.IndexReader));

    public SearchResults Run(IReadOnlyCollection<string> audiences, SearchQuery query, CancellationToken cancellationToken)
    {
        var audience = AudienceFilter.Of(audiences, query.Without).WithKeys(query.ExternalKeys).WithOnly(query.Only);
        if (string.IsNullOrWhiteSpace(query.Text))
        {
            return query.Scope == SearchScope.Titles ? SearchResults.None : Run(new MatchAllDocsQuery(), words: null, relaxed: false);
        }

        var words = QueryWords.Parse(analyzer, query.Text);
        return query.Scope == SearchScope.Titles ? Titles(words) : Corrected(Everything(words), query, words);

        SearchResults Titles(QueryWords words)
        {
            var titles = new TitleQuery(words, searcher.IndexReader);
            var exact = Run(titles.Exact(), words, relaxed: false);
            return exact.Total > 0 ? exact : Run(titles.Forgiving(), words, relaxed: false);
        }

        SearchResults Everything(QueryWords words)
        {
            var relaxed = query.After is { Relaxed: true };
            if (relaxed)
            {
                return MostWords(words);
            }

            var results = Run(composer.Compose(words), words, relaxed: false);
            return query.AllWords || words.AreEnough(results.Total, WordWorth.IsAsWritten(results, words)) || query.After is not null ? results : MostWords(words);
        }

        SearchResults MostWords(QueryWords words)
        {
            var rarity = new WordRarity(searcher, audience);
            var known = words.WithPartsOf(clause => rarity.CountOf(composer.Of(clause)) == 0);
            return Run(composer.Compose(known, rarity.Of(composer.Wanted(known))), known, relaxed: true);
        }

        SearchResults Run(Query matching, QueryWords? words, bool relaxed)
        {
            var facets = new FacetCounts(Filters(query), counting: query.Scope == SearchScope.Everything);
            RankedHit? after = query.After is { } cursor ? RankedHit.Of(cursor) : null;
            var collector = new HitCollector(facets, query.Limit, after, new SortValues(query.Sort, words is { Wanted.Count: > 0 }), cancellationToken);
            var rewritten = searcher.Rewrite(matching);
            searcher.Search(rewritten, audience, collector);
            var matcher = query.Highlight && words is not null ? new TermMatcher(TermsOf(rewritten), words.Beginning) : TermMatcher.None;
            return Page(collector, facets, new Highlighter(analyzer, matcher), query, relaxed);
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

    private SearchResults Page(HitCollector collector, FacetCounts facets, Highlighter highlighter, SearchQuery query, bool relaxed)
    {
        var best = collector.Best();
        var offset = query.After?.Offset ?? 0;
        var hits = best.Take(query.Limit).Select((hit, index) => Hit(hit, query.Scope, highlighter, offset + index + 1, relaxed)).ToList();
        return new SearchResults(hits, collector.Total, facets.Result(), best.Count > query.Limit && hits.Count > 0 ? hits[^1].Cursor : null, relaxed);
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

    private static Dictionary<string, IReadOnlyCollection<string>> Filters(SearchQuery query)
    {
        var filters = query.Filters.Where(filter => filter.Value.Count > 0).ToDictionary();
        if (query.Kinds.Count > 0)
        {
            filters[SearchResults.KindFacet] = query.Kinds;
        }

        return filters;
    }
}
