using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// Turns words into a query. Each word is worth the best way in which a document has it: how near that is to what was
/// written (<see cref="WordWorth"/>), times where it stands. So a title with the parts of a compound comes before a text
/// that mentions the compound somewhere, and a typing error behind both.
/// </summary>
internal sealed class QueryComposer(Synonyms synonyms, Misspellings misspellings, WordRarity rarity)
{
    // parts of a compound stand in one sentence: "Gebühren für die Abfuhr von Müll"
    private const int Nearby = 8;

    /// <summary>All words.</summary>
    public Query All(QueryWords words) => Compose(words, Wanted(words, IsKnown), Occur.MUST, atLeast: 0);

    /// <summary>At least half of the words.</summary>
    /// <param name="wanted">One query for each of the words, with what it counts.</param>
    public static Query Most(QueryWords words, IEnumerable<Query> wanted) => Compose(words, wanted, Occur.SHOULD, (words.Wanted.Count + 1) / 2);

    /// <summary>One query for each wanted word or phrase, typing errors forgiven.</summary>
    public IEnumerable<Query> Wanted(QueryWords words) => Wanted(words, isRight: _ => false);

    public Query Of(QueryClause clause) => Of(clause, isLast: false, isRight: _ => false);

    private IEnumerable<Query> Wanted(QueryWords words, Func<QueryWord, bool> isRight) =>
        words.Wanted.Select((clause, index) => Of(clause, index == words.Wanted.Count - 1, isRight));

    private DisjunctionMaxQuery Of(QueryClause clause, bool isLast, Func<QueryWord, bool> isRight) => clause.Words is [var word] ? Of(word, isLast, isRight(word)) : OfPhrase(clause);

    private static BooleanQuery Compose(QueryWords words, IEnumerable<Query> wanted, Occur occur, int atLeast)
    {
        var query = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = atLeast };
        if (words.Wanted.Count == 0 && words.Excluded.Count == 0)
        {
            return query; // text without a word in it matches nothing
        }

        foreach (var word in wanted)
        {
            query.Add(word, occur);
        }

        if (words.Wanted.Count == 0)
        {
            query.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        foreach (var clause in words.Excluded)
        {
            query.Add(clause.Words.Count == 1 ? In(IndexField.All, clause.Words[0].Term) : Phrase(IndexField.All, clause), Occur.MUST_NOT);
        }

        return query;
    }

    private static DisjunctionMaxQuery OfPhrase(QueryClause clause)
    {
        var best = WordWorth.InEachField(field => Phrase(field, clause), WordWorth.AsWritten);
        best.Boost = clause.Words.Count;
        return best;
    }

    private DisjunctionMaxQuery Of(QueryWord word, bool isLast, bool isRight)
    {
        var best = WordWorth.InEachField(field => In(field, word.Term), WordWorth.AsWritten);
        foreach (var synonym in synonyms.Of(word.Term))
        {
            best.Add(WordWorth.InEachField(field => In(field, synonym), WordWorth.Meaning));
        }

        if (word.Parts.Count > 1)
        {
            best.Add(WordWorth.InEachField(field => Together(field, word.Parts, part => [part]), WordWorth.Parts));
            best.Add(WordWorth.InEachField(field => Together(field, word.Parts, part => [part, .. synonyms.Of(part)]), WordWorth.PartsByMeaning));
            best.Add(Apart(word.Parts));
        }

        if (!isRight)
        {
            misspellings.AddTo(best, word);
        }

        if (isLast && word.Term.Length >= QueryWords.ShortestBeginning)
        {
            best.Add(WordWorth.InTitleOrText(field => new PrefixQuery(new Term(field, word.Term)), WordWorth.Beginning));
        }

        return best;
    }

    /// <summary>
    /// Whether the caller may see it, or what it means, somewhere: then it is spelt right, and Garten is not galt. What only
    /// others may see does not count, or the hits would tell of it.
    /// </summary>
    private bool IsKnown(QueryWord word) => rarity.CountOf(AnyOf(IndexField.All, [word.Term, .. synonyms.Of(word.Term)])) > 0;

    /// <summary>
    /// All parts of a compound near each other: an Arbeitsplatz is not wherever there is work on one page and a place on
    /// the next. In a title everything is near.
    /// </summary>
    public static Query Together(string field, List<string> parts, Func<string, IEnumerable<string>> ways)
    {
        if (field is IndexField.Title or IndexField.Names)
        {
            var all = new BooleanQuery(disableCoord: true);
            foreach (var part in parts)
            {
                all.Add(AnyOf(field, ways(part)), Occur.MUST);
            }

            return all;
        }

        var near = new MultiPhraseQuery { Slop = Nearby };
        foreach (var part in parts)
        {
            near.Add([.. ways(part).Distinct().Select(term => new Term(field, term))], 0);
        }

        return near;
    }

    /// <summary>All parts somewhere, and at least one of them in title or names, the more the better: the text is about it.</summary>
    private BooleanQuery Apart(List<string> parts)
    {
        var apart = new BooleanQuery(disableCoord: true);
        var about = new BooleanQuery(disableCoord: true);
        foreach (var part in parts)
        {
            string[] ways = [part, .. synonyms.Of(part)];
            apart.Add(new ConstantScoreQuery(AnyOf(IndexField.All, ways)) { Boost = WordWorth.PartsApart / parts.Count }, Occur.MUST);
            var either = new DisjunctionMaxQuery(tieBreakerMultiplier: 0) { AnyOf(IndexField.Title, ways), AnyOf(IndexField.Names, ways) };
            about.Add(new ConstantScoreQuery(either) { Boost = WordWorth.PartsApart / parts.Count }, Occur.SHOULD);
        }

        apart.Add(about, Occur.MUST);
        return apart;
    }

    public static BooleanQuery AnyOf(string field, IEnumerable<string> terms)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var term in terms.Distinct())
        {
            any.Add(In(field, term), Occur.SHOULD);
        }

        return any;
    }

    public static PhraseQuery Phrase(string field, QueryClause clause)
    {
        var phrase = new PhraseQuery();
        foreach (var word in clause.Words)
        {
            phrase.Add(new Term(field, word.Term), word.Position);
        }

        return phrase;
    }

    private static TermQuery In(string field, string term) => new(new Term(field, term));
}
