using KoKo.Platform.Foundation.Search.German;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// One index of a Meilisearch server, for all processes of this platform. Who writes takes the turn of the writer first, so
/// that no slower process undoes what a faster one wrote.
/// </summary>
internal sealed class MeilisearchSearchIndex : ISearchIndex, IDisposable
{
    private readonly MeilisearchClient client;
    private readonly MeilisearchOptions options;
    private readonly WriterTurns turns;
    private readonly MunicipalAnalyzer analyzer;
    private readonly PreparedText text;
    private readonly Synonyms synonyms;
    private readonly Federator federator;
    private readonly RowStore live;
    private readonly IndexRebuild rebuild;
    private readonly SemaphoreSlim writing = new(1, 1);
    private bool isPrepared;

    public MeilisearchSearchIndex(MeilisearchClient client, IOptions<MeilisearchOptions> options, WriterTurns turns, GermanWords words)
    {
        this.client = client;
        this.options = options.Value;
        this.turns = turns;
        analyzer = new MunicipalAnalyzer(words);
        synonyms = new Synonyms(analyzer);
        var settings = MeilisearchSettings.ToJson(words);
        text = new PreparedText(analyzer, synonyms);
        federator = new Federator(client, this.options.Index);
        live = new RowStore(client, this.options.Index, settings, text);
        rebuild = new IndexRebuild(client, live, new RowStore(client, $"{this.options.Index}_next", settings, text), turns, writing);
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
        var turn = await turns.TryTakeAsync(WriterTurns.Writer, cancellationToken);
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
            rebuild.Note(before, position, changes);
        }
        catch (MeilisearchException)
        {
            isPrepared = false; // somebody may have changed its settings: the next turn looks
            throw;
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task<long> GetPositionAsync(CancellationToken cancellationToken) =>
        await live.StateAsync(cancellationToken) is { Analysis: { } analysis, Position: { } position } && analysis == text.Analysis ? position : 0;

    public Task RebuildAsync(IAsyncEnumerable<SearchDocument> documents, long position, CancellationToken cancellationToken) =>
        rebuild.RunAsync(documents, position, cancellationToken);

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
        await rebuild.ForgetKilledAsync(cancellationToken);
        isPrepared = true;
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
