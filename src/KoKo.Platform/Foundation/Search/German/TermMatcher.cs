namespace KoKo.Platform.Foundation.Search.German;

/// <summary>Which terms of a text made it match: those that the engine looked for, and whatever begins like the last word.</summary>
/// <param name="terms">What the engine looked for.</param>
/// <param name="beginning">The last word, which may still be being typed.</param>
/// <param name="forgiven">Words with the number of typing errors that the engine forgives; none where it tells what it found.</param>
internal sealed class TermMatcher(IEnumerable<string> terms, string? beginning, IReadOnlyList<(string Term, int MostTypos)>? forgiven = null)
{
    private readonly HashSet<string> terms = [.. terms];

    public static TermMatcher None { get; } = new([], beginning: null);

    public bool IsNone => terms.Count == 0 && beginning is null;

    public bool IsMatch(string term) =>
        terms.Contains(term) || (beginning is not null && term.StartsWith(beginning, StringComparison.Ordinal))
        || (forgiven is not null && forgiven.Any(word => TypingErrors.AreWithin(word.Term, term, word.MostTypos)));
}
