using System.Text;
using System.Text.RegularExpressions;
using Lucene.Net.Analysis.CharFilters;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>
/// Takes the marked endings out of Mediator*innen, Mediator:in, Mediator_innen, MediatorInnen, Mediator/-innen and
/// Bürger*innenrat before words are cut. Lucene's PatternReplaceCharFilter would do, but its port leaves the text as it is.
/// </summary>
internal sealed partial class GenderMarkerFilter(TextReader input) : BaseCharFilter(input)
{
    private StringReader? cleaned;

    public override int Read(char[] buffer, int index, int count)
    {
        cleaned ??= new StringReader(Clean(m_input.ReadToEnd() ?? string.Empty)); // Lucene's own reader gives null for no text
        var read = cleaned.Read(buffer, index, count);
        return read == 0 ? -1 : read;
    }

    private string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        var position = 0;
        var removed = 0;
        foreach (var marker in Marker().EnumerateMatches(text))
        {
            kept.Append(text, position, marker.Index - position);
            position = marker.Index + marker.Length;
            removed += marker.Length;
            AddOffCorrectMap(kept.Length, removed);
        }

        return kept.Append(text, position, text.Length - position).ToString();
    }

    [GeneratedRegex(@"(?<=\p{L})(?:[*:_·]|/-?)(?:innen|[Ii]n(?!\p{L}))|(?<=\p{L})\((?:innen|in)\)|(?<=\p{Ll})In(?:nen(?!\p{Lu})|(?!\p{L}))")]
    private static partial Regex Marker();
}
