using System.Text.RegularExpressions;

namespace KoKo.Platform.Features.Network;

/// <summary>A text without what makes it strict: the words of a phrase in any order, nothing excluded.</summary>
internal static partial class NearText
{
    public static string? Of(string? text) =>
        text is null ? null : Spaces().Replace(Excluded().Replace(text, " ").Replace('"', ' '), " ").Trim() is { Length: > 0 } words ? words : text;

    [GeneratedRegex("""(?:^|\s)-(?:"[^"]*"?|[^\s"]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Excluded();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
