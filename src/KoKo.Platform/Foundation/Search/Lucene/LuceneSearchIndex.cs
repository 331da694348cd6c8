using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Search;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>The index in a folder of this process. It opens at the first use, so that a broken one does not keep the platform from starting.</summary>
internal sealed class LuceneSearchIndex : ISearchIndex, IDisposable
{
    private readonly string path;
    private readonly MunicipalAnalyzer analyzer;
    private readonly Synonyms synonyms;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SemaphoreSlim rebuilding = new(1, 1);
    private readonly List<SearchChange> duringRebuild = [];
    private IndexFolder? folder;
    private volatile IndexGeneration? generation;
    private bool isRebuilding;

    public LuceneSearchIndex(string path, GermanWords words)
    {
        this.path = path;
        analyzer = new MunicipalAnalyzer(words);
        synonyms = new Synonyms(analyzer);
    }

    public async Task<SearchResults> SearchAsync(IReadOnlyCollection<string> audiences, SearchQuery query, CancellationToken cancellationToken) => audiences.Count == 0
        ? SearchResults.None
        : await ReadAsync(searcher => new LuceneSearch(searcher, analyzer, synonyms).Run(audiences, query, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<SimilarHit>> FindSimilarAsync(IReadOnlyCollection<string> audiences, SimilarQuery query, CancellationToken cancellationToken) => audiences.Count == 0
        ? []
        : await ReadAsync(searcher => new LuceneSearch(searcher, analyzer, synonyms).Similar(audiences, query, cancellationToken), cancellationToken);

    public Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable?>(new MemoryStream()); // the folder is locked already

    public async Task UpdateAsync(IReadOnlyList<SearchChange> changes, long position, CancellationToken cancellationToken)
    {
        await WriteAsync(current =>
        {
            foreach (var change in changes)
            {
                current.Apply(change);
            }

            current.Commit(position);
            if (isRebuilding)
            {
                duringRebuild.AddRange(changes);
            }
        }, cancellationToken);
    }

    public async Task<long> GetPositionAsync(CancellationToken cancellationToken) => (generation ?? await OpenAsync(cancellationToken)).Position;

    public async Task RebuildAsync(IAsyncEnumerable<SearchDocument> documents, long position, CancellationToken cancellationToken)
    {
        await rebuilding.WaitAsync(cancellationToken);
        try
        {
            var before = await BeginRebuildAsync(cancellationToken);
            var (next, number) = folder!.CreateNext();
            try
            {
                await foreach (var document in documents.WithCancellation(cancellationToken))
                {
                    next.Add(document);
                }

                await SwapAsync(next, number, before, position, cancellationToken);
            }
            catch
            {
                next.Dispose();
                throw;
            }
        }
        finally
        {
            isRebuilding = false;
            duringRebuild.Clear();
            rebuilding.Release();
        }
    }

    public void Dispose()
    {
        generation?.Dispose();
        folder?.Dispose();
        analyzer.Dispose();
        writing.Dispose();
        rebuilding.Dispose();
    }

    private async Task<long> BeginRebuildAsync(CancellationToken cancellationToken)
    {
        var before = 0L;
        await WriteAsync(current =>
        {
            before = current.Position;
            isRebuilding = true;
        }, cancellationToken);
        return before;
    }

    /// <summary>
    /// What was written during the rebuild is written again, and counts for the position unless the documents are older
    /// than the first of it: then the caller replays the gap.
    /// </summary>
    private Task SwapAsync(IndexGeneration next, int number, long before, long position, CancellationToken cancellationToken) => WriteAsync(current =>
    {
        foreach (var change in duringRebuild)
        {
            next.Apply(change);
        }

        next.Commit(before <= position ? Math.Max(position, current.Position) : position);
        folder!.MakeCurrent(number);
        generation = next;
        current.Dispose(); // searches under way keep their files until they are done
        folder.RemoveOthers();
    }, cancellationToken);

    private async Task<T> ReadAsync<T>(Func<IndexSearcher, T> read, CancellationToken cancellationToken)
    {
        while (true)
        {
            var current = generation ?? await OpenAsync(cancellationToken);
            try
            {
                return current.Search(read);
            }
            catch (ObjectDisposedException) when (generation is { } next && next != current)
            {
                // a rebuild put another generation in its place between the two lines above
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                throw new SearchUnavailableException("The search index cannot be read.", exception);
            }
        }
    }

    private async Task WriteAsync(Action<IndexGeneration> write, CancellationToken cancellationToken)
    {
        var current = generation ?? await OpenAsync(cancellationToken);
        await writing.WaitAsync(cancellationToken);
        try
        {
            write(generation ?? current);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            Close();
            throw new SearchUnavailableException("The search index cannot be written.", exception);
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task<IndexGeneration> OpenAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            folder ??= IndexFolder.Open(path, analyzer);
            return generation ??= folder.OpenCurrent();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SearchUnavailableException("The search index cannot be opened.", exception);
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>After a failed write nothing half-written may be committed by the next one: the last commit is opened again.</summary>
    private void Close()
    {
        var broken = generation;
        generation = null;
        try
        {
            broken?.Dispose();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // it could not even be closed; opening again tells what is left of it
        }
    }
}
