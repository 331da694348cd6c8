namespace KoKo.Platform.Foundation.Search;

/// <param name="Hits">One page, best first.</param>
/// <param name="Total">All hits for this caller, not only those of the page.</param>
/// <param name="Facets">Facet name to code to count, over what the caller may see. A facet with a choice counts as if it had none.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
/// <param name="Relaxed">No document has all the words; these have most of them.</param>
internal sealed record SearchResults(
    IReadOnlyList<SearchHit> Hits,
    int Total,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets,
    SearchCursor? Next,
    bool Relaxed)
{
    /// <summary>
    /// The text with its typing errors corrected, where the hits have a word only by forgiving one. Made from the hits' own words,
    /// so that it tells nothing that the caller does not see; only for the first page, when it is not relaxed, with highlights.
    /// </summary>
    public string? DidYouMean { get; init; }

    /// <summary>The facet that every document has: its kind.</summary>
    public const string KindFacet = "kind";

    public static SearchResults None { get; } =
        new([], 0, new Dictionary<string, IReadOnlyDictionary<string, int>>(), Next: null, Relaxed: false);
}

/// <summary>One item in the row that the caller may see; the cursor is the place behind it.</summary>
internal sealed record SearchHit(
    Guid ItemId,
    string Kind,
    string Audience,
    string? ExternalKey,
    float Score,
    IReadOnlyList<TextPart> Title,
    IReadOnlyList<TextPart> Snippet,
    SearchCursor Cursor);

/// <summary>A piece of plain text. Whoever shows it escapes it; there is no markup in it.</summary>
/// <param name="Text">The piece.</param>
/// <param name="IsMatch">Whether it is what was searched for, to be shown highlighted.</param>
public sealed record TextPart(string Text, bool IsMatch);
