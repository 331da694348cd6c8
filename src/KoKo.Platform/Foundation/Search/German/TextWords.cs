using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>A word as it stands in a text.</summary>
/// <param name="Term">Folded and stemmed.</param>
/// <param name="Parts">The parts of a compound, folded and stemmed.</param>
internal sealed record TextWord(string Text, int Start, string Term, IReadOnlyList<string> Parts)
{
    public IEnumerable<string> Terms => Parts.Prepend(Term);
}

internal static class TextWords
{
    /// <summary>The words of a text, without stop words.</summary>
    public static IReadOnlyList<TextWord> Of(Analyzer analyzer, string text)
    {
        List<TextWord> words = [];
        List<string> parts = [];
        using var stream = analyzer.GetTokenStream(null, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var increment = stream.GetAttribute<IPositionIncrementAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            if (increment.PositionIncrement == 0 && words.Count > 0)
            {
                parts.Add(term.ToString()!);
                continue;
            }

            var end = Math.Min(offset.EndOffset, text.Length);
            words.Add(new TextWord(text[offset.StartOffset..end], offset.StartOffset, term.ToString()!, parts = []));
        }

        stream.End();
        return words;
    }
}
