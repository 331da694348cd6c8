using System.Text;
using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// The terms of the index that differ from a word by a few letters, the first letter being right, looked up once per search.
/// A FuzzyQuery would build its automata for every place in the query at which the word stands, and each takes longer than
/// comparing all terms of one letter.
/// </summary>
internal sealed class SimilarTerms(IndexReader reader, string field = IndexField.All)
{
    private const int Most = 50;

    private readonly Terms? terms = MultiFields.GetTerms(reader, field);
    private readonly Dictionary<(string, int), IReadOnlyList<(string Term, int Typos)>> found = [];

    /// <summary>Nearest first, the word itself left out.</summary>
    public IReadOnlyList<(string Term, int Typos)> Of(string word, int mostTypos)
    {
        if (!found.TryGetValue((word, mostTypos), out var similar))
        {
            found[(word, mostTypos)] = similar =
                [.. Find(word, mostTypos).OrderBy(candidate => candidate.Typos).ThenBy(candidate => candidate.Term, StringComparer.Ordinal).Take(Most)];
        }

        return similar;
    }

    private IEnumerable<(string Term, int Typos)> Find(string word, int mostTypos)
    {
        var beginning = new BytesRef(word[..1]);
        var length = Encoding.UTF8.GetByteCount(word);
        var candidates = terms?.GetEnumerator();
        if (candidates is null || candidates.SeekCeil(beginning) == TermsEnum.SeekStatus.END)
        {
            yield break;
        }

        do
        {
            if (!StringHelper.StartsWith(candidates.Term, beginning))
            {
                yield break;
            }

            if (Math.Abs(candidates.Term.Length - length) <= mostTypos
                && candidates.Term.Utf8ToString() is var term && TypingErrors.Between(word, term) is var typos && typos > 0 && typos <= mostTypos)
            {
                yield return (term, typos);
            }
        }
        while (candidates.MoveNext());
    }
}
