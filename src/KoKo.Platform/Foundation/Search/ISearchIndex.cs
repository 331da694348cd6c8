namespace KoKo.Platform.Foundation.Search;

/// <summary>
/// A losable projection of the released rows. Every method throws <see cref="SearchUnavailableException"/> while the engine is down.
/// </summary>
internal interface ISearchIndex
{
    /// <summary>
    /// Finds documents with an audience among these and no shadowing audience among these, so that each item is found once.
    /// There is no search without audiences.
    /// </summary>
    Task<SearchResults> SearchAsync(IReadOnlyCollection<string> audiences, SearchQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Items that share facet codes with another one, by the weighted number of shared codes, then the newest; under the same
    /// audiences as a search.
    /// </summary>
    Task<IReadOnlyList<SimilarHit>> FindSimilarAsync(IReadOnlyCollection<string> audiences, SimilarQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// The right to follow the log for now, until it is disposed; null while another process has it. An index that belongs to
    /// one process always gives it.
    /// </summary>
    Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>Applies the changes and stores the position in one step. Searches see them when this returns.</summary>
    Task UpdateAsync(IReadOnlyList<SearchChange> changes, long position, CancellationToken cancellationToken);

    /// <summary>The position in the log of changes up to which this index is complete; 0 for an empty or lost one.</summary>
    Task<long> GetPositionAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Builds a new index beside the old one and puts it in its place; searches and updates go on meanwhile.
    /// The documents are complete up to the position; the caller replays what comes after <see cref="GetPositionAsync"/>.
    /// </summary>
    Task RebuildAsync(IAsyncEnumerable<SearchDocument> documents, long position, CancellationToken cancellationToken);
}
