namespace KoKo.Platform.Foundation.Search;

/// <summary>What an item is like, to find others like it.</summary>
internal sealed record SimilarQuery
{
    /// <summary>The kind of the item, and the only kind in the answer.</summary>
    public required string Kind { get; init; }

    /// <summary>The item itself, which is left out of the answer.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Facet name to the item's codes.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; }

    /// <summary>Facet name to what a shared code counts; 1 for those not named.</summary>
    public IReadOnlyDictionary<string, int> Weights { get; init; } = new Dictionary<string, int>();

    /// <summary>Further items that are left out: withdrawn, but perhaps still in the index.</summary>
    public IReadOnlyCollection<(string Kind, Guid ItemId)> Without { get; init; } = [];

    public int Limit { get; init; } = 10;

    public int WeightOf(string facet) => Weights.GetValueOrDefault(facet, 1);
}

/// <summary>An item that shares codes with another one.</summary>
/// <param name="Weight">The weighted number of shared codes, above 0.</param>
/// <param name="Facets">All its facets but the kind.</param>
internal sealed record SimilarHit(
    Guid ItemId, string Kind, string Audience, int Weight, IReadOnlyDictionary<string, IReadOnlyList<string>> Facets);
