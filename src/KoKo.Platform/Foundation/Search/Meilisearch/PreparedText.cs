using System.Text;
using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Analysis.TokenAttributes;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// Text in the terms of our own analysis, with blanks between them. Meilisearch knows no German stems and splits compounds in
/// its own way, so it is given words on which it has nothing left to do.
/// </summary>
internal sealed class PreparedText(MunicipalAnalyzer analyzer, Synonyms synonyms)
{
    /// <summary>A word left out, which is a stop word to the server: a phrase reaches over it.</summary>
    public const string Gap = "¤";

    /// <summary>The server takes words on its two sides for far apart.</summary>
    private const string Apart = " ; ";

    // a sign inside a term, as in 3.5, would split it; this one counts as a letter
    private const char SignWithin = '\u02BC';
    private const int MostGaps = 3;
    private const string FormatNumber = "2";

    /// <summary>An index of another analysis is filled anew.</summary>
    public string Analysis => $"{FormatNumber}-{analyzer.Analysis}";

    /// <summary>
    /// The terms, the parts of those that are compounds, and the synonyms of all: as a setting the server would read all synonyms
    /// anew for each word of each query.
    /// </summary>
    public (string Terms, string Parts, string Synonyms) Of(IEnumerable<string> texts)
    {
        var (terms, parts) = (new StringBuilder(), new StringBuilder());
        HashSet<string> said = [];
        foreach (var text in texts.Where(text => text.Length > 0))
        {
            if (terms.Length > 0)
            {
                terms.Append(Apart);
            }

            Append(text, terms, parts, said);
        }

        var others = said.SelectMany(synonyms.Of).Distinct().Where(synonym => !said.Contains(synonym)).Select(Spell);
        return (terms.ToString(), parts.ToString(), string.Join(Apart, others));
    }

    public static string Spell(string term) => term.All(char.IsLetterOrDigit) ? term : string.Concat(term.Select(letter => char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) ? letter : SignWithin));

    private void Append(string text, StringBuilder terms, StringBuilder parts, HashSet<string> said)
    {
        using var stream = analyzer.GetTokenStream(null, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var insideCompound = false;
        stream.Reset();
        while (stream.IncrementToken())
        {
            said.Add(term.ToString()!);
            var isPart = increment.PositionIncrement == 0;
            if (isPart)
            {
                parts.Append(insideCompound || parts.Length == 0 ? " " : Apart).Append(Spell(term.ToString()!));
            }
            else
            {
                for (var gap = 1; gap < increment.PositionIncrement && gap <= MostGaps; gap++)
                {
                    terms.Append(" " + Gap);
                }

                terms.Append(' ').Append(Spell(term.ToString()!));
            }

            insideCompound = isPart;
        }

        stream.End();
    }
}
