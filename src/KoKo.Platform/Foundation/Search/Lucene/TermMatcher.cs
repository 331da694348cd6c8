using Lucene.Net.Index;
using Lucene.Net.Search;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>Which terms of a text made it match: those of the rewritten query, in which every term stands by itself.</summary>
internal sealed class TermMatcher
{
    private readonly HashSet<string> terms;
    private readonly string? beginning;

    private TermMatcher() => terms = [];

    public TermMatcher(Query rewritten, QueryWords words)
    {
        var found = new HashSet<Term>();
        rewritten.ExtractTerms(found);
        terms = [.. found.Where(term => term.Field == IndexField.All).Select(term => term.Text)];
        beginning = words.Wanted is [.., { Words: [{ Term.Length: >= 3 } last] }] ? last.Term : null;
    }

    public static TermMatcher None { get; } = new();

    public bool IsNone => terms.Count == 0 && beginning is null;

    public bool IsMatch(string term) =>
        terms.Contains(term) || (beginning is not null && term.StartsWith(beginning, StringComparison.Ordinal));
}
