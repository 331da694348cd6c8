using System.Text;

namespace KoKo.Platform.Foundation.Search.Lucene;

internal static class PlainText
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
}
