using System.Text;
using Lucene.Net.Analysis;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>
/// Corrects the words of a text that the hits have only with a typing error, by the hits' own words. The vocabulary of the
/// index would know more words, but also those of documents that the caller may not see.
/// </summary>
internal sealed class DidYouMean(Analyzer analyzer, Synonyms synonyms)
{
    // the best hits have the words exactly if any has them, and what stands far below is not worth the time of every search
    private const int HitsRead = 3;
    private const int LongestText = 4_000;

    /// <param name="textsOf">All searchable texts of a hit in the row that the caller sees, the body last; asked only where what is shown of the hits does not tell.</param>
    public string? Of(string text, QueryWords words, IReadOnlyList<SearchHit> hits, Func<SearchHit, IEnumerable<string>> textsOf)
    {
        var open = words.Wanted.Where(clause => clause.Words.Count == 1).Select(clause => clause.Words[0])
            .Where(word => TypingErrors.Forgiven(word.Length) > 0).ToList();
        if (open.Count == 0 || hits.Count == 0)
        {
            return null;
        }

        List<TextWord> all = [];
        foreach (var known in Known(hits, textsOf))
        {
            all.AddRange(known);
            var terms = known.SelectMany(word => word.Terms).ToHashSet(StringComparer.Ordinal);
            open.RemoveAll(word => IsAmong(word, word.Term == words.Beginning, terms));
            if (open.Count == 0)
            {
                return null;
            }
        }

        var corrections = open.Select(word => (word.Term, Better: Nearest(word, all))).Where(pair => pair.Better is not null)
            .ToDictionary(pair => pair.Term, pair => pair.Better!, StringComparer.Ordinal);
        return corrections.Count == 0 ? null : Corrected(PlainText.Clean(text), corrections);
    }

    /// <summary>What is marked in titles and snippets, then the whole texts of the best hits.</summary>
    private IEnumerable<IReadOnlyList<TextWord>> Known(IReadOnlyList<SearchHit> hits, Func<SearchHit, IEnumerable<string>> textsOf)
    {
        var marked = hits.SelectMany(hit => hit.Title.Concat(hit.Snippet)).Where(part => part.IsMatch).Select(part => part.Text);
        yield return TextWords.Of(analyzer, string.Join('\n', marked));
        foreach (var hit in hits.Take(HitsRead))
        {
            var whole = string.Join('\n', textsOf(hit));
            yield return TextWords.Of(analyzer, whole.Length > LongestText ? whole[..LongestText] : whole);
        }
    }

    private bool IsAmong(QueryWord word, bool isBeginning, HashSet<string> terms) =>
        Has(terms, word.Term)
        || (word.Parts.Count > 1 && word.Parts.All(part => Has(terms, part)))
        || (isBeginning && terms.Any(term => term.StartsWith(word.Term, StringComparison.Ordinal)));

    private bool Has(HashSet<string> terms, string term) => terms.Contains(term) || synonyms.Of(term).Any(terms.Contains);

    private static string? Nearest(QueryWord word, IEnumerable<TextWord> candidates)
    {
        var forgiven = TypingErrors.Forgiven(word.Length);
        return candidates
            .SelectMany(candidate => candidate.Terms.Select(term => (Candidate: candidate, Term: term)))
            .Where(pair => pair.Term[0] == word.Term[0] && Math.Abs(pair.Term.Length - word.Term.Length) <= forgiven)
            .Select(pair => (pair.Candidate, pair.Term, Errors: TypingErrors.Between(word.Term, pair.Term)))
            .Where(pair => pair.Errors <= forgiven)
            .OrderBy(pair => pair.Errors)
            .Select(pair => pair.Term == pair.Candidate.Term ? pair.Candidate.Text : Cut(pair.Candidate.Text, pair.Term))
            .FirstOrDefault();
    }

    /// <summary>The part of a compound as a word of its own, with the ending of the compound if it is the last one.</summary>
    private static string Cut(string compound, string part)
    {
        const int LongestEnding = 3;
        var start = Folded(compound).LastIndexOf(part, StringComparison.Ordinal);
        if (start < 0)
        {
            return compound;
        }

        var end = compound.Length - start - part.Length <= LongestEnding ? compound.Length : start + part.Length;
        return char.IsUpper(compound[0]) ? char.ToUpperInvariant(compound[start]) + compound[(start + 1)..end] : compound[start..end];
    }

    // letter for letter, so that places stay where they are
    private static string Folded(string word) =>
        string.Concat(word.ToLowerInvariant().Select(letter => letter.ToString().Normalize(NormalizationForm.FormD)[0]));

    private string Corrected(string text, Dictionary<string, string> corrections)
    {
        var corrected = new StringBuilder(text);
        foreach (var word in TextWords.Of(analyzer, text).Where(word => corrections.ContainsKey(word.Term)).Reverse())
        {
            corrected.Remove(word.Start, word.Text.Length).Insert(word.Start, corrections[word.Term]);
        }

        return corrected.ToString();
    }
}
