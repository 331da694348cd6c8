using System.Globalization;
using System.Text;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>
/// What a title is sorted by, compared byte by byte: DIN 5007-1, in which ä is like a and ß like ss, capitals are like small
/// letters, and signs do not count.
/// </summary>
internal static class TitleKey
{
    private const int Longest = 120;

    public static string Of(string title)
    {
        var key = new StringBuilder(Longest);
        foreach (var letter in PlainText.WithoutMarkdown(title).Normalize(NormalizationForm.FormKD))
        {
            if (key.Length >= Longest)
            {
                break;
            }

            if (letter is 'ß' or 'ẞ')
            {
                key.Append("ss");
            }
            else if (char.IsLetterOrDigit(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
            else if (key.Length > 0 && key[^1] != ' ' && char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }
}
