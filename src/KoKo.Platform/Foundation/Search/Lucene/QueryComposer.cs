using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// Turns words into a query. Each word is worth its best tier (as written, synonym, parts of a compound, typing error, beginning of a word),
/// and the tiers lie so far apart that a worse one never outranks a better one; weight within a tier comes from the fields.
/// </summary>
internal sealed class QueryComposer(Synonyms synonyms, SimilarTerms similar)
{
    private const float Exact = 100;
    private const float Meaning = 80;
    private const float Compound = 60;
    private const float CompoundMeaning = 45;
    private const float OneTypo = 30;
    private const float TwoTypos = 15;
    private const float Beginning = 8;

    private const int OneTypoLetters = 5;
    private const int TwoTyposLetters = 9;
    private const int Nearby = 8;

    /// <summary>All words, or as many as said.</summary>
    public Query Compose(QueryWords words, bool relaxed)
    {
        if (words.Wanted.Count == 0 && words.Excluded.Count == 0)
        {
            return new BooleanQuery(); // text without a word in it matches nothing
        }

        var query = new BooleanQuery(disableCoord: true);
        for (var index = 0; index < words.Wanted.Count; index++)
        {
            var clause = words.Wanted[index];
            query.Add(Of(clause, index == words.Wanted.Count - 1), relaxed ? Occur.SHOULD : Occur.MUST);
        }

        query.MinimumNumberShouldMatch = relaxed ? (words.Wanted.Count + 1) / 2 : 0;
        if (words.Wanted.Count == 0)
        {
            query.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        foreach (var clause in words.Excluded)
        {
            query.Add(clause.Words.Count == 1 ? All(clause.Words[0].Term) : Phrase(clause), Occur.MUST_NOT);
        }

        return query;
    }

    private Query Of(QueryClause clause, bool isLast) => clause.Words.Count == 1
        ? Of(clause.Words[0], isLast)
        : new ConstantScoreQuery(Phrase(clause)) { Boost = Exact * clause.Words.Count };

    private DisjunctionMaxQuery Of(QueryWord word, bool isLast)
    {
        var best = new DisjunctionMaxQuery(tieBreakerMultiplier: 0) { Weighted(word.Term, Exact) };
        foreach (var synonym in synonyms.Of(word.Term))
        {
            best.Add(Weighted(synonym, Meaning));
        }

        if (word.Parts.Count > 1)
        {
            best.Add(Tier(OfParts([.. word.Parts.Select(part => new List<string> { part })]), Compound));
            best.Add(Tier(OfParts([.. word.Parts.Select(part => synonyms.Of(part).Prepend(part).ToList())]), CompoundMeaning));
        }

        foreach (var (term, typos) in Misspelt(word.Term, word.Length))
        {
            best.Add(Tier(All(term), typos == 1 ? OneTypo : TwoTypos));
        }

        if (isLast && word.Term.Length >= QueryWords.ShortestBeginning)
        {
            best.Add(Tier(new PrefixQuery(new Term(IndexField.All, word.Term)), Beginning));
        }

        return best;
    }

    private static BooleanQuery Weighted(string term, float tier) => new(disableCoord: true)
    {
        { Tier(All(term), tier), Occur.MUST },
        { new TermQuery(new Term(IndexField.Title, term)) { Boost = 4 }, Occur.SHOULD },
        { new TermQuery(new Term(IndexField.Names, term)) { Boost = 3 }, Occur.SHOULD },
        { new TermQuery(new Term(IndexField.Summary, term)) { Boost = 2 }, Occur.SHOULD },
        { All(term), Occur.SHOULD },
    };

    /// <summary>
    /// A document has all parts of a compound, each in one of its words, near each other or with one of them in title or names:
    /// an Arbeitsplatz is not wherever there is work on one page and a place on the next.
    /// </summary>
    private BooleanQuery OfParts(List<List<string>> parts)
    {
        var spans = parts.Select(Span).ToArray();
        var together = new BooleanQuery(disableCoord: true)
        {
            { new SpanNearQuery(spans, Nearby, inOrder: false), Occur.SHOULD },
        };
        foreach (var term in parts.SelectMany(terms => terms))
        {
            together.Add(new TermQuery(new Term(IndexField.Title, term)), Occur.SHOULD);
            together.Add(new TermQuery(new Term(IndexField.Names, term)), Occur.SHOULD);
        }

        var query = new BooleanQuery(disableCoord: true) { { together, Occur.MUST } };
        foreach (var part in spans)
        {
            query.Add(part, Occur.MUST);
        }

        return query;
    }

    private SpanOrQuery Span(List<string> terms)
    {
        var misspelt = Misspelt(terms[0], Math.Min(terms[0].Length, TwoTyposLetters - 1)).Select(candidate => candidate.Term);
        return new SpanOrQuery([.. terms.Concat(misspelt).Select(term => new SpanTermQuery(new Term(IndexField.All, term)))]);
    }

    private IReadOnlyList<(string Term, int Typos)> Misspelt(string term, int letters) => letters switch
    {
        >= TwoTyposLetters => similar.Of(term, mostTypos: 2),
        >= OneTypoLetters => similar.Of(term, mostTypos: 1),
        _ => [],
    };

    private static PhraseQuery Phrase(QueryClause clause)
    {
        var phrase = new PhraseQuery();
        foreach (var word in clause.Words)
        {
            phrase.Add(new Term(IndexField.All, word.Term), word.Position);
        }

        return phrase;
    }

    private static TermQuery All(string term) => new(new Term(IndexField.All, term));

    private static ConstantScoreQuery Tier(Query query, float weight) => new(query) { Boost = weight };
}
