namespace KoKo.Platform.Foundation.Search.German;

/// <summary>Cuts pieces out of a text at the borders of words.</summary>
internal static class Excerpt
{
    private const string Dots = "…";

    private static readonly char[] Spaces = [' ', '\n'];

    public static int StartOfWord(string text, int position)
    {
        if (position <= 0)
        {
            return 0;
        }

        var space = text.IndexOfAny(Spaces, position);
        return space < 0 ? position : space + 1;
    }

    public static string Cut(string text, int start, int length)
    {
        if (text.Length - start <= length)
        {
            return text[start..];
        }

        var space = text.LastIndexOfAny(Spaces, start + length, length);
        return space > start ? text[start..space] : text[start..(start + length)];
    }

    public static IReadOnlyList<TextPart> Dotted(IReadOnlyList<TextPart> parts, bool before, bool after)
    {
        IEnumerable<TextPart> dotted = parts;
        if (before)
        {
            dotted = dotted.Prepend(new TextPart(Dots + " ", IsMatch: false));
        }

        if (after)
        {
            dotted = dotted.Append(new TextPart(" " + Dots, IsMatch: false));
        }

        return [.. dotted];
    }
}
