namespace KoKo.Platform.Foundation.Search;

/// <summary><c>-- reindex</c>: builds the search index anew and ends.</summary>
internal static class ReindexVerb
{
    public const string Name = "reindex";

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(SearchIndexer indexer, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await indexer.RebuildAsync(cancellationToken);
            await output.WriteLineAsync("The search index is built.");
            return 0;
        }
        catch (SearchUnavailableException exception) when (exception.IsLocked)
        {
            await output.WriteLineAsync("A running instance works on the search index. Stop it first, then run reindex again.");
            return 1;
        }
    }
}
