namespace KoKo.Platform.Foundation.Search;

/// <summary>The complete new set of documents of one item; none means that the item is gone.</summary>
internal sealed record SearchChange(string Kind, Guid ItemId, IReadOnlyList<SearchDocument> Documents);
