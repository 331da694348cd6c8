namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// Builds a second index beside the one that answers and lets them change their names. Nothing but the swap touches the old
/// one, so that a rebuild may be killed at any time.
/// </summary>
internal sealed class IndexRebuild(MeilisearchClient client, RowStore live, RowStore next, WriterTurns turns, SemaphoreSlim writing)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50);

    private readonly List<(long From, long To, IReadOnlyList<SearchChange> Changes)> meanwhile = [];
    private bool isRunning;

    public async Task RunAsync(IAsyncEnumerable<SearchDocument> documents, long position, CancellationToken cancellationToken)
    {
        await using var turn = await turns.TryTakeAsync(WriterTurns.Rebuilder, cancellationToken)
            ?? throw SearchUnavailableException.Locked(live.Index, new InvalidOperationException("Another process rebuilds the index."));
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
            isRunning = false;
            meanwhile.Clear();
            await ForgetAsync();
        }
    }

    /// <summary>What was written to the live index, to be written to the next one, too. Called while nobody else writes.</summary>
    public void Note(long from, long to, IReadOnlyList<SearchChange> changes)
    {
        if (isRunning)
        {
            meanwhile.Add((from, to, changes));
        }
    }

    /// <summary>Takes away what a killed process left, unless another one is at it.</summary>
    public async Task ForgetKilledAsync(CancellationToken cancellationToken)
    {
        await using var turn = await turns.TryTakeAsync(WriterTurns.Rebuilder, cancellationToken);
        if (turn is not null && !isRunning && await next.IsThereAsync(cancellationToken))
        {
            await next.DropAsync(cancellationToken);
        }
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        isRunning = true;
        writing.Release();
    }

    /// <summary>
    /// What this process wrote meanwhile is written again and counts for the position as long as it follows without a gap;
    /// what another process wrote is not known here, and the caller replays it.
    /// </summary>
    private async Task SwapAsync(long position, CancellationToken cancellationToken)
    {
        await using var turn = await TakeWriterAsync(cancellationToken); // before the semaphore, as everybody who writes
        await writing.WaitAsync(cancellationToken);
        try
        {
            foreach (var (from, to, _) in meanwhile)
            {
                position = from <= position ? Math.Max(position, to) : position;
            }

            // an item that changed twice is written once, as it was last
            var changes = meanwhile.SelectMany(update => update.Changes).GroupBy(change => (change.Kind, change.ItemId)).Select(item => item.Last());
            await next.ApplyAsync([.. changes], position, cancellationToken);
            await client.WriteAsync(HttpMethod.Post, "swap-indexes", (Swap[])[new Swap([live.Index, next.Index])], cancellationToken);
            isRunning = false;
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
            if (await turns.TryTakeAsync(WriterTurns.Writer, cancellationToken) is { } turn)
            {
                return turn;
            }

            await Task.Delay(Wait, cancellationToken);
        }
    }

    private async Task ForgetAsync()
    {
        try
        {
            await next.DropAsync(CancellationToken.None);
        }
        catch (SearchUnavailableException)
        {
            // the next start, or the next rebuild, takes it away
        }
    }
}
