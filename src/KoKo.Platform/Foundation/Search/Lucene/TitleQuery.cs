using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// The query for suggestions: all words in the title, the last one also as the beginning of a word. Typing errors are looked
/// for only where nothing is found without them, so that most key strokes cost nothing but a few terms.
/// </summary>
internal sealed class TitleQuery(QueryWords words, IndexReader reader)
{
    private const float Whole = 100;
    private const float Compound = 60;
    private const float Typo = 15;
    private const float Beginning = 8;
    private const int ShortestBeginning = 2;

    private readonly SimilarTerms similar = new(reader, IndexField.Title);

    public Query Exact() => All(forgiving: false);

    public Query Forgiving() => All(forgiving: true);

    private BooleanQuery All(bool forgiving)
    {
        var query = new BooleanQuery(disableCoord: true);
        for (var index = 0; index < words.Wanted.Count; index++)
        {
            var clause = words.Wanted[index];
            query.Add(clause.Words is [var only] ? Of(only, index == words.Wanted.Count - 1, forgiving) : QueryComposer.Phrase(IndexField.Title, clause), Occur.MUST);
        }

        foreach (var clause in words.Excluded)
        {
            query.Add(QueryComposer.Phrase(IndexField.Title, clause), Occur.MUST_NOT);
        }

        return query;
    }

    private DisjunctionMaxQuery Of(QueryWord word, bool isLast, bool forgiving)
    {
        var best = new DisjunctionMaxQuery(tieBreakerMultiplier: 0) { Weighted(new TermQuery(Title(word.Term)), Whole) };
        if (word.Parts.Count > 1)
        {
            var parts = new BooleanQuery(disableCoord: true);
            foreach (var part in word.Parts)
            {
                parts.Add(new TermQuery(Title(part)), Occur.MUST);
            }

            best.Add(Weighted(parts, Compound));
        }

        if (isLast && word.Term.Length >= ShortestBeginning)
        {
            best.Add(Weighted(new PrefixQuery(Title(word.Term)), Beginning));
        }

        if (forgiving && TypingErrors.Forgiven(word.Length) is > 0 and var forgiven)
        {
            foreach (var (term, _) in similar.Of(word.Term, forgiven))
            {
                best.Add(Weighted(new TermQuery(Title(term)), Typo));
            }
        }

        return best;
    }

    private static Term Title(string term) => new(IndexField.Title, term);

    private static ConstantScoreQuery Weighted(Query query, float weight) => new(query) { Boost = weight };
}
