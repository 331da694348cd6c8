namespace KoKo.Platform.Features.Library.Import;

/// <summary>Cuts long texts between words.</summary>
internal static class TextPieces
{
    private const string Dots = " …";

    public static string Beginning(string text, int longest) =>
        text.Length <= longest ? text : text[..EndOfWord(text, 0, longest - Dots.Length)].TrimEnd() + Dots;

    public static IEnumerable<string> Of(string text, int longest)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.Length - start <= longest ? text.Length : EndOfWord(text, start, longest);
            if (text[start..end].Trim() is { Length: > 0 } piece)
            {
                yield return piece;
            }

            start = end;
        }
    }

    /// <summary>Behind the last space within reach; in the middle of what has none, but never between the halves of one character.</summary>
    private static int EndOfWord(string text, int start, int length)
    {
        var space = text.LastIndexOfAny([' ', '\n'], start + length - 1, length);
        if (space > start)
        {
            return space + 1;
        }

        return start + (char.IsHighSurrogate(text[start + length - 1]) ? length - 1 : length);
    }
}
