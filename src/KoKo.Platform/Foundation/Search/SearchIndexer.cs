using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;

namespace KoKo.Platform.Foundation.Search;

/// <summary>
/// Follows the log of released changes from the index's own position. A slow or broken index delays nothing but itself;
/// a lost one begins at 0 and is filled from the log.
/// </summary>
internal sealed partial class SearchIndexer(ISearchIndex index, ReleasedLog log, ReleasedDocuments documents, CommitBell bell, ILogger<SearchIndexer> logger)
    : BackgroundService
{
    private const int BatchSize = 200;

    // two at once could write what the slower one read earlier
    private readonly SemaphoreSlim following = new(1, 1);

    /// <summary>How long it waits at most for a commit of this process, before it looks for those of others.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Indexes until nothing new is in the log.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await following.WaitAsync(cancellationToken);
        try
        {
            await using var turn = await index.TakeTurnAsync(cancellationToken);
            while (turn is not null && await log.ReadAsync(await index.GetPositionAsync(cancellationToken), BatchSize, cancellationToken) is { Count: > 0 } batch)
            {
                var changes = await documents.LoadAsync(batch, cancellationToken);
                await index.UpdateAsync(changes, batch[^1].Position!.Value, cancellationToken);
            }
        }
        finally
        {
            following.Release();
        }
    }

    public override void Dispose()
    {
        following.Dispose();
        base.Dispose();
    }

    /// <summary>Builds the index anew from everything that was ever released.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        var position = await log.EndAsync(cancellationToken);
        await index.RebuildAsync(documents.AllAsync(position, cancellationToken), position, cancellationToken);
        await CatchUpAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var commit = bell.Next;
            try
            {
                await CatchUpAsync(stoppingToken);
                failing = false;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                if (!failing) // once per outage, not twice a second
                {
                    LogBehind(logger, exception);
                }

                failing = true;
            }

            await Task.WhenAny(commit, Task.Delay(Pause, stoppingToken));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index does not follow the released changes; it tries again.")]
    private static partial void LogBehind(ILogger logger, Exception exception);
}
