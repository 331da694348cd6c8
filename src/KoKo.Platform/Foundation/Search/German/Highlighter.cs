using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>Cuts a text into parts that match and parts that do not. A compound matches as a whole word.</summary>
internal sealed class Highlighter(Analyzer analyzer, TermMatcher matcher)
{
    private const int SnippetLength = 240;
    private const int WordsBefore = 60;

    public IReadOnlyList<TextPart> Whole(string text) => Parts(text, Matches(text, text.Length));

    /// <summary>The place that matches: in the summary, in the body if the summary does not, or else the beginning.</summary>
    public IReadOnlyList<TextPart> Snippet(string summary, string body)
    {
        var (text, place) = FirstMatch(summary) is { } inSummary ? (summary, inSummary)
            : FirstMatch(body) is { } inBody ? (body, inBody)
            : (summary.Length > 0 ? summary : body, default);
        var start = text == summary && place.End <= SnippetLength ? 0 : Excerpt.StartOfWord(text, place.Start - WordsBefore);
        var excerpt = Excerpt.Cut(text, start, SnippetLength);
        return Excerpt.Dotted(Parts(excerpt, Matches(excerpt, excerpt.Length)), start > 0, start + excerpt.Length < text.Length);
    }

    private (int Start, int End)? FirstMatch(string text) => Matches(text, 1) is [var first, ..] ? first : null;

    /// <summary>The matching words, at most so many.</summary>
    private List<(int Start, int End)> Matches(string text, int limit)
    {
        List<(int Start, int End)> matches = [];
        if (matcher.IsNone)
        {
            return matches;
        }

        using var stream = analyzer.GetTokenStream(null, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (matches.Count < limit && stream.IncrementToken())
        {
            if (matcher.IsMatch(term.ToString()!) && (matches.Count == 0 || matches[^1].End <= offset.StartOffset))
            {
                matches.Add((offset.StartOffset, Math.Min(offset.EndOffset, text.Length)));
            }
        }

        stream.End();
        return matches;
    }

    private static List<TextPart> Parts(string text, IEnumerable<(int Start, int End)> matches)
    {
        List<TextPart> parts = [];
        var position = 0;
        foreach (var (start, end) in matches)
        {
            if (start > position)
            {
                parts.Add(new TextPart(text[position..start], IsMatch: false));
            }

            parts.Add(new TextPart(text[start..end], IsMatch: true));
            position = end;
        }

        if (position < text.Length)
        {
            parts.Add(new TextPart(text[position..], IsMatch: false));
        }

        return parts;
    }
}
