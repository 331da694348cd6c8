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
    private readonly QueryComposer composer = new(synonyms, new SimilarTerms(searcher.IndexReader));

    public SearchResults Run(IReadOnlyCollection<string> audiences, SearchQuery query, CancellationToken cancellationToken)
    {
        var audience = AudienceFilter.Of(audiences, query.Without);
        if (string.IsNullOrWhiteSpace(query.Text))
        {
            return Run(new MatchAllDocsQuery(), words: null, relaxed: false);
        }

        var words = QueryWords.Parse(analyzer, query.Text);
        var relaxed = query.After is { Relaxed: true };
        var results = Run(composer.Compose(words, relaxed), words, relaxed);
        return results.Total > 0 || query.After is not null || words.Wanted.Count < 2
            ? results
            : Run(composer.Compose(words, relaxed: true), words, relaxed: true);

        SearchResults Run(Query matching, QueryWords? words, bool relaxed)
        {
            var facets = new FacetCounts(Filters(query));
            RankedHit? after = query.After is { } cursor ? RankedHit.Of(cursor) : null;
            var collector = new HitCollector(facets, query.Limit, after, words is { Wanted.Count: > 0 }, cancellationToken);
            var rewritten = searcher.Rewrite(matching);
            searcher.Search(rewritten, audience, collector);
            var matcher = query.Highlight && words is not null ? new TermMatcher(TermsOf(rewritten), words.Beginning) : TermMatcher.None;
            return Page(collector, facets, new Highlighter(analyzer, matcher), query, relaxed);
        }
    }

    private SearchResults Page(HitCollector collector, FacetCounts facets, Highlighter highlighter, SearchQuery query, bool relaxed)
    {
        var best = collector.Best();
        var offset = query.After?.Offset ?? 0;
        var hits = best.Take(query.Limit).Select((hit, index) => Hit(hit, highlighter, offset + index + 1, relaxed)).ToList();
        return new SearchResults(hits, collector.Total, facets.Result(), best.Count > query.Limit && hits.Count > 0 ? hits[^1].Cursor : null, relaxed);
    }

    private SearchHit Hit(RankedHit hit, Highlighter highlighter, int offset, bool relaxed)
    {
        var row = searcher.Doc(hit.Document);
        var itemId = Guid.ParseExact(Text(row, IndexField.ItemId), "N");
        var audience = Text(row, IndexField.Audience);
        return new SearchHit(
            itemId,
            Text(row, IndexField.Kind),
            audience,
            hit.Score,
            highlighter.Whole(Text(row, IndexField.Title)),
            highlighter.Snippet(Text(row, IndexField.Summary), Text(row, IndexField.Body)),
            new SearchCursor(hit.Score, new DateTime(hit.Ticks, DateTimeKind.Utc), itemId, audience, offset, relaxed));
    }

    /// <summary>In a rewritten query every term stands by itself.</summary>
    private static IEnumerable<string> TermsOf(Query rewritten)
    {
        var terms = new HashSet<Term>();
        rewritten.ExtractTerms(terms);
        return terms.Where(term => term.Field == IndexField.All).Select(term => term.Text);
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
