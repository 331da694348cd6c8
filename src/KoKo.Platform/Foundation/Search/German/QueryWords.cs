using System.Text.RegularExpressions;
using Lucene.Net.Analysis.TokenAttributes;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>What somebody typed, cut into words, "phrases" and -exclusions.</summary>
internal sealed partial class QueryWords
{
    // more words make a query slow, not better
    private const int MostWords = 16;
    private const int LongestText = 1_000;
    private const int Page = 10;

    public const int ShortestBeginning = 3;

    private QueryWords(IReadOnlyList<QueryClause> wanted, IReadOnlyList<QueryClause> excluded)
    {
        Wanted = wanted;
        Excluded = excluded;
    }

    public IReadOnlyList<QueryClause> Wanted { get; }

    public IReadOnlyList<QueryClause> Excluded { get; }

    /// <summary>The last word, which may still be being typed; null where it is too short to tell anything, or in quotes.</summary>
    public string? Beginning => Wanted is [.., { Words: [{ Term.Length: >= ShortestBeginning } last] }] ? last.Term : null;

    public static QueryWords Parse(MunicipalAnalyzer analyzer, string text)
    {
        var clean = PlainText.Clean(text);
        List<QueryClause> wanted = [];
        List<QueryClause> excluded = [];
        foreach (Match chunk in Chunk().Matches(clean.Length > LongestText ? clean[..LongestText] : clean))
        {
            var words = Words(analyzer, chunk.Groups["text"].Value);
            if (words.Count == 0 || wanted.Count + excluded.Count >= MostWords)
            {
                continue;
            }

            var target = chunk.Groups["not"].Length > 0 ? excluded : wanted;
            if (chunk.Groups["quote"].Length > 0)
            {
                target.Add(new QueryClause([.. words.Select(word => word with { IsFiller = false })])); // in quotes every word says something
            }
            else
            {
                target.AddRange(words.Select(word => new QueryClause([word])));
            }
        }

        var telling = wanted.Where(clause => !clause.IsFiller).ToList();
        return new QueryWords([.. (telling.Count > 0 ? telling : wanted).DistinctBy(clause => string.Join(' ', clause.Words.Select(word => word.Term))).Take(MostWords)], excluded);
    }

    /// <summary>
    /// Whether these documents with all words answer: a page of them, or for two words one that has both as they were
    /// written. If not, those with most of the words follow: seldom does one text have every word of a sentence, and what
    /// has them all by chance is not what was meant.
    /// </summary>
    public bool AreEnough(int found, bool asWritten) => found >= Page || (found > 0 && (Wanted.Count == 1 || (Wanted.Count == 2 && asWritten))) || !CanGiveWay;

    private bool CanGiveWay => Wanted.Count > 1 || Wanted is [{ Words: [{ Parts.Count: > 1 }] }];

    /// <summary>Compounds that nobody writes give way to their parts: a Moscheebaustreit is a Streit about a Moschee.</summary>
    /// <param name="unknown">Whether no document has the word in any way.</param>
    public QueryWords WithPartsOf(Func<QueryClause, bool> unknown) =>
        new([.. Wanted.SelectMany(clause => clause.Words is [{ Parts.Count: > 1 } word] && unknown(clause) ? word.Parts.Select(QueryClause.Of) : [clause]).Take(MostWords)], Excluded);

    private static List<QueryWord> Words(MunicipalAnalyzer analyzer, string text)
    {
        List<QueryWord> words = [];
        using var stream = analyzer.GetTokenStream(null, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        var type = stream.GetAttribute<ITypeAttribute>();
        var position = -1;
        stream.Reset();
        while (stream.IncrementToken())
        {
            if (increment.PositionIncrement == 0 && words.Count > 0)
            {
                if (type.Type == CompoundFilter.WholePart)
                {
                    words[^1].Parts.Add(term.ToString()!);
                }

                continue;
            }

            position += increment.PositionIncrement;
            var typed = text[offset.StartOffset..Math.Min(offset.EndOffset, text.Length)];
            words.Add(new QueryWord(term.ToString()!, typed.Length, position) { IsFiller = analyzer.Words.Fillers.Contains(typed.ToLowerInvariant()) });
        }

        stream.End();
        return words;
    }

    [GeneratedRegex("""(?<not>(?<!\S)-(?=["\p{L}\p{N}]))?(?:(?<quote>")(?<text>[^"]*)"?|(?<text>[^\s"]+))""", RegexOptions.ExplicitCapture)]
    private static partial Regex Chunk();
}

/// <summary>One word, or the words of a phrase.</summary>
internal sealed record QueryClause(IReadOnlyList<QueryWord> Words)
{
    public static QueryClause Of(string part) => new([new QueryWord(part, part.Length, 0)]);

    public bool IsFiller => Words is [{ IsFiller: true }];
}

/// <summary>A word in the spelling of the index.</summary>
/// <param name="Term">Folded and stemmed.</param>
/// <param name="Length">Letters as typed: long words may hold more typing errors.</param>
/// <param name="Position">The place in a phrase, in which left-out words leave a gap.</param>
internal sealed record QueryWord(string Term, int Length, int Position)
{
    /// <summary>The parts of a compound that have no parts themselves; none for a simple word.</summary>
    public List<string> Parts { get; init; } = [];

    /// <summary>It says nothing of what is looked for.</summary>
    public bool IsFiller { get; init; }
}
