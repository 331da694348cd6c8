using System.Globalization;
using System.Text;

namespace KoKo.Platform.Features.Library;

/// <summary>
/// A readable part of an address, from the title and a piece of the random id: never from anything of the tenant, and
/// without a look at other practices, so that no collision tells that one exists.
/// </summary>
internal static class PracticeSlug
{
    private const int Longest = 80;

    public static string Of(string title, Guid id)
    {
        var words = new StringBuilder();
        foreach (var letter in Folded(title))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                words.Append(letter);
            }
            else if (words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }
        }

        var text = words.ToString(0, Math.Min(words.Length, Longest)).Trim('-');
        return $"{text}-{id.ToString("N")[..6]}".TrimStart('-');
    }

    private static string Folded(string title)
    {
        var german = title.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        return string.Concat(german.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
    }
}
