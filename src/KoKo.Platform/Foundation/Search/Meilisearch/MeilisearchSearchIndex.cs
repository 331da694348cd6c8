using KoKo.Platform.Foundation.Search.German;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// One index of a Meilisearch server, for all processes of this platform. Who writes takes the turn of the writer first, so
/// that no slower process undoes what a faster one wrote.
/// </summary>
internal sealed class MeilisearchSearchIndex : ISearchIndex, IDisposable
{
    private const string Writer = "search index";
    private const string Rebuilder = "search index rebuild";

    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50);

    private readonly MeilisearchClient client;
    private readonly MeilisearchOptions options;
    private readonly WriterTurns turns;
    private readonly MunicipalAnalyzer analyzer = new();
    private readonly Synonyms synonyms;
    private readonly Federator federator;
    private readonly RowStore live;
    private readonly RowStore next;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly List<(long From, long To, IReadOnlyList<SearchChange> Changes)> duringRebuild = [];
    private bool isRebuilding;
    private bool isPrepared;

    public MeilisearchSearchIndex(MeilisearchClient client, IOptions<MeilisearchOptions> options, WriterTurns turns)
    {
        this.client = client;
        this.options = options.Value;
        this.turns = turns;
        synonyms = new Synonyms(analyzer);
        var settings = MeilisearchSettings.Of(synonyms);
        var text = new PreparedText(analyzer);
        federator = new Federator(client, this.options.Index);
        live = new RowStore(client, this.options.Index, settings, text);
        next = new RowStore(client, $"{this.options.Index}_next", settings, text);
    }

    public async Task<SearchResults> SearchAsync(IReadOnlyCollection<string> audiences, SearchQuery query, CancellationToken cancellationToken) =>
        audiences.Count == 0
            ? SearchResults.None
            : await InTimeAsync(inTime => new MeilisearchSearch(federator, analyzer, synonyms, audiences, query).RunAsync(inTime), cancellationToken);

    public async Task<IReadOnlyList<SimilarHit>> FindSimilarAsync(IReadOnlyCollection<string> audiences, SimilarQuery query, CancellationToken cancellationToken) =>
        audiences.Count == 0
            ? []
            : await InTimeAsync(inTime => new SimilarRows(federator, audiences, query).FindAsync(inTime), cancellationToken);

    public async Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var turn = await turns.TryTakeAsync(Writer, cancellationToken);
        if (turn is null || isPrepared)
        {
            return turn;
        }

        try
        {
            await PrepareAsync(cancellationToken);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    public async Task UpdateAsync(IReadOnlyList<SearchChange> changes, long position, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            var before = await GetPositionAsync(cancellationToken);
            if (before == 0)
            {
                await live.EnsureAsync(cancellationToken); // it may have been lost since
            }

            await live.ApplyAsync(changes, position, cancellationToken);
            if (isRebuilding)
            {
                duringRebuild.Add((before, position, changes));
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task<long> GetPositionAsync(CancellationToken cancellationToken) =>
        await live.StateAsync(cancellationToken) is { Analysis: { } analysis, Position: { } position } && analysis == MeilisearchSettings.Analysis ? position : 0;

    public async Task RebuildAsync(IAsyncEnumerable<SearchDocument> documents, long position, CancellationToken cancellationToken)
    {
        await using var turn = await turns.TryTakeAsync(Rebuilder, cancellationToken)
            ?? throw SearchUnavailableException.Locked(options.Index, new InvalidOperationException("Another process rebuilds the index."));
        try
        {
            await live.EnsureAsync(cancellationToken);
            await next.DropAsync(cancellationToken);
            await next.EnsureAsync(cancellationToken);
            await BeginAsync(cancellationToken);
            await next.FillAsync(documents, cancellationToken);
            await SwapAsync(position, cancellationToken);
        }
        finally
        {
            isRebuilding = false;
            duringRebuild.Clear();
            await ForgetNextAsync();
        }
    }

    public void Dispose()
    {
        analyzer.Dispose();
        writing.Dispose();
    }

    /// <summary>Once in a process: settings as this version wants them, and nothing left of a rebuild that was killed.</summary>
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!options.AllowsOpenServer && await client.IsOpenAsync(cancellationToken))
        {
            throw new SearchUnavailableException(MeilisearchGuard.OpenServer, new InvalidOperationException(MeilisearchGuard.OpenServer));
        }

        await live.EnsureAsync(cancellationToken);
        await using var rebuild = await turns.TryTakeAsync(Rebuilder, cancellationToken);
        if (rebuild is not null && !isRebuilding && await next.IsThereAsync(cancellationToken))
        {
            await next.DropAsync(cancellationToken);
        }

        isPrepared = true;
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        isRebuilding = true;
        writing.Release();
    }

    /// <summary>
    /// Puts the new index in the place of the old one. What this process wrote meanwhile is written there again and counts for
    /// the position as long as it follows without a gap; what another process wrote is not known here, and the caller replays it.
    /// </summary>
    private async Task SwapAsync(long position, CancellationToken cancellationToken)
    {
        await using var turn = await TakeWriterAsync(cancellationToken);
        await writing.WaitAsync(cancellationToken);
        try
        {
            foreach (var (from, to, _) in duringRebuild)
            {
                position = from <= position ? Math.Max(position, to) : position;
            }

            // an item that changed twice is written once, as it was last
            var changes = duringRebuild.SelectMany(update => update.Changes).GroupBy(change => (change.Kind, change.ItemId)).Select(item => item.Last());
            await next.ApplyAsync([.. changes], position, cancellationToken);
            await client.WriteAsync(HttpMethod.Post, "swap-indexes", (Swap[])[new Swap([live.Index, next.Index])], cancellationToken);
            isRebuilding = false;
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task<IAsyncDisposable> TakeWriterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await turns.TryTakeAsync(Writer, cancellationToken) is { } turn)
            {
                return turn;
            }

            await Task.Delay(Wait, cancellationToken);
        }
    }

    private async Task ForgetNextAsync()
    {
        try
        {
            await next.DropAsync(CancellationToken.None);
        }
        catch (SearchUnavailableException)
        {
            isPrepared = false; // the next turn tries again
        }
    }

    /// <summary>All questions of one search have one time to share.</summary>
    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(options.SearchTimeout);
        try
        {
            return await run(inTime.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SearchUnavailableException("Meilisearch does not answer in time.", exception);
        }
    }
}
