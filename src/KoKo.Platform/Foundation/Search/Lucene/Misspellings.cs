using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Search;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>Further ways in which a document has a word that is spelt wrong.</summary>
internal sealed class Misspellings(MunicipalAnalyzer analyzer, Synonyms synonyms, SimilarTerms similar)
{
    // so many of what a misspelt word may have been are looked for by other words, too
    private const int Corrections = 2;

    public void AddTo(DisjunctionMaxQuery best, QueryWord word)
    {
        if (word.Parts.Count > 1)
        {
            best.Add(WordWorth.InTitleOrText(
                field => QueryComposer.Together(field, word.Parts, part => [part, .. SimilarTo(part, Math.Min(TypingErrors.Forgiven(part.Length), 1)).Select(term => term.Term)]),
                WordWorth.PartsWithTypos));
        }

        var candidates = SimilarTo(word.Term, TypingErrors.Forgiven(word.Length));
        foreach (var nearest in candidates.Take(Corrections))
        {
            Correct(best, nearest.Term);
        }

        foreach (var typos in candidates.GroupBy(candidate => candidate.Typos))
        {
            best.Add(WordWorth.InTitleOrText(field => QueryComposer.AnyOf(field, typos.Select(candidate => candidate.Term)), typos.Key == 1 ? WordWorth.OneTypo : WordWorth.TwoTypos));
        }
    }

    /// <summary>What was meant brings its synonyms and parts along.</summary>
    private void Correct(DisjunctionMaxQuery best, string term)
    {
        best.Add(WordWorth.InTitleOrText(field => QueryComposer.AnyOf(field, synonyms.Of(term)), WordWorth.TwoTypos));
        if (analyzer.PartsOf(term) is { Count: > 1 } parts)
        {
            best.Add(WordWorth.InTitleOrText(field => QueryComposer.Together(field, parts, part => [part, .. synonyms.Of(part)]), WordWorth.PartsWithTypos));
        }
    }

    private IReadOnlyList<(string Term, int Typos)> SimilarTo(string term, int most) => most > 0 ? similar.Of(term, most) : [];
}
