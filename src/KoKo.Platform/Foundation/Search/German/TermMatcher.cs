namespace KoKo.Platform.Foundation.Search.German;

/// <summary>Which terms of a text made it match: those that the engine looked for, and whatever begins like the last word.</summary>
internal sealed class TermMatcher(IEnumerable<string> terms, string? beginning)
{
    private readonly HashSet<string> terms = [.. terms];

    public static TermMatcher None { get; } = new([], beginning: null);

    public bool IsNone => terms.Count == 0 && beginning is null;

    public bool IsMatch(string term) =>
        terms.Contains(term) || (beginning is not null && term.StartsWith(beginning, StringComparison.Ordinal));
}
