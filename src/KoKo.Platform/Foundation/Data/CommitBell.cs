using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KoKo.Platform.Foundation.Data;

/// <summary>
/// Rings after every commit of this process, so that those who follow what was written look at once. What other processes
/// write they find by looking from time to time. It does not say what was written: to look is one cheap read.
/// </summary>
internal sealed class CommitBell : DbTransactionInterceptor
{
    private TaskCompletionSource rings = NewRing();

    /// <summary>Ends with the next commit. Take it before looking, so that nothing is missed in between.</summary>
    public Task Next => Volatile.Read(ref rings).Task;

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Ring();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring();
        return Task.CompletedTask;
    }

    private static TaskCompletionSource NewRing() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Ring() => Interlocked.Exchange(ref rings, NewRing()).SetResult();
}
