namespace KoKo.Platform.Foundation.Search;

/// <summary>A search as a person means it. Nothing in the text is syntax but "phrases" and -exclusions.</summary>
internal sealed record SearchQuery
{
    /// <summary>Empty lists everything, newest first.</summary>
    public string? Text { get; init; }

    public SearchScope Scope { get; init; }

    public SearchSort Sort { get; init; }

    public IReadOnlyCollection<string> Kinds { get; init; } = [];

    /// <summary>Facet name to chosen codes: one of them must hold within a facet, and all facets must hold.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Filters { get; init; } =
        new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>Items that were withdrawn, which the index does not know yet: in no hit, no count and no facet.</summary>
    public IReadOnlyCollection<(string Kind, Guid ItemId)> Without { get; init; } = [];

    /// <summary>Only items with one of these external keys; empty for all.</summary>
    public IReadOnlyCollection<string> ExternalKeys { get; init; } = [];

    /// <summary>Only these items; empty for all.</summary>
    public IReadOnlyCollection<(string Kind, Guid ItemId)> Only { get; init; } = [];

    /// <summary>Whether all the words must be there, however little that leaves.</summary>
    public bool AllWords { get; init; }

    public int Limit { get; init; } = 20;

    public SearchCursor? After { get; init; }

    /// <summary>Whether titles and snippets tell their matching words.</summary>
    public bool Highlight { get; init; } = true;

    /// <summary>Facets with a choice, the kind among them.</summary>
    public Dictionary<string, IReadOnlyCollection<string>> Choices() => Filters
        .Append(KeyValuePair.Create(SearchResults.KindFacet, Kinds))
        .Where(facet => facet.Value.Count > 0)
        .ToDictionary(StringComparer.Ordinal);
}

/// <summary>Where the words are looked for.</summary>
internal enum SearchScope
{
    Everything,

    /// <summary>
    /// Suggestions as one types: all words in the title, the last one as the beginning of a word. There are no facets and no snippets,
    /// nothing is relaxed, an empty text suggests nothing.
    /// </summary>
    Titles,
}

internal enum SearchSort
{
    /// <summary>Text first, then quality, then the newest; without a text the newest.</summary>
    Relevance,

    Newest,

    /// <summary>As a German phone book has it: <see cref="German.TitleKey"/>.</summary>
    Title,
}
