namespace KoKo.Platform.Foundation.Search;

/// <summary>What is searchable of one released item for one audience. The key is (item id, audience).</summary>
internal sealed record SearchDocument
{
    public required Guid ItemId { get; init; }

    /// <summary>What the item is: practice, mediator or conference.</summary>
    public required string Kind { get; init; }

    public required string Audience { get; init; }

    /// <summary>The audiences with a richer row of the same item; a caller who holds one of them does not see this one.</summary>
    public IReadOnlyList<string> ShadowedBy { get; init; } = [];

    public required string Title { get; init; }

    public string? Summary { get; init; }

    /// <summary>All other searchable text.</summary>
    public string? Body { get; init; }

    /// <summary>Labels of codes and other key words, which count nearly as much as the title.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Facet name to codes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The item's key in the system it comes from; searched for as a whole only.</summary>
    public string? ExternalKey { get; init; }

    /// <summary>
    /// 0 to 100: how well founded and how fresh the item is. It decides among documents that fit a text about equally well.
    /// What is not rated is in the middle.
    /// </summary>
    public int Quality { get; init; } = 50;

    /// <summary>UTC; the newest comes first where nothing else decides.</summary>
    public required DateTime SortDate { get; init; }
}
