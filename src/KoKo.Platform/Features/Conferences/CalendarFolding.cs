using System.Text;

namespace KoKo.Platform.Features.Conferences;

/// <summary>
/// Lines of at most 75 octets (RFC 5545, 3.1). The library counts letters and cuts emoji in two, so its folding is undone
/// and done again.
/// </summary>
internal static class CalendarFolding
{
    private const int Octets = 75;

    public static string Refold(string text)
    {
        var folded = new StringBuilder(text.Length + 64);
        var used = 0;
        foreach (var rune in text.Replace("\r\n ", "", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n')
            {
                used = 0;
            }
            else if (used + rune.Utf8SequenceLength > Octets)
            {
                folded.Append("\r\n ");
                used = 1 + rune.Utf8SequenceLength;
            }
            else
            {
                used += rune.Utf8SequenceLength;
            }

            folded.Append(rune);
        }

        return folded.ToString();
    }
}
