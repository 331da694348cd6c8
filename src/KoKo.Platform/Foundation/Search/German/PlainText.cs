using System.Text;
using System.Text.RegularExpressions;

namespace KoKo.Platform.Foundation.Search.German;

internal static partial class PlainText
{
    /// <summary>Composed characters only (a Mac types ü as two), and nothing that is no character at all.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // half a surrogate pair comes out as U+FFFD
        {
            whole.Append(rune.Value == 0 ? " " : rune.ToString());
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// The words without the signs of Markdown around them. A single star or underline stays: in most texts it stands
    /// inside a word, as in "Mediator*innen".
    /// </summary>
    public static string WithoutMarkdown(string? text) => Marks().Replace(Links().Replace(Clean(text), "$1"), string.Empty);

    [GeneratedRegex(@"!?\[([^\]\n]*)\]\([^)\n]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex(@"^[ \t]*(?:#{1,6}|[-*+>]|\d{1,3}\.)[ \t]+|\*\*|__|`+", RegexOptions.Multiline)]
    private static partial Regex Marks();
}
