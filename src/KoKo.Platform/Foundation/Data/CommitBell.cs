using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KoKo.Platform.Foundation.Data;

/// <summary>
/// Rings after every commit of this process, so that those who follow what was written look at once. What other processes
/// write they find by looking from time to time. It does not say what was written: to look is one cheap read.
/// </summary>
internal sealed class CommitBell : DbTransactionInterceptor, ISaveChangesInterceptor
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

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result) => RingWithoutTransaction(eventData, result);

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(RingWithoutTransaction(eventData, result));

    /// <summary>PostgreSQL is given a single statement without a transaction, whose commit nobody is told.</summary>
    private int RingWithoutTransaction(SaveChangesCompletedEventData eventData, int result)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            Ring();
        }

        return result;
    }

    private static TaskCompletionSource NewRing() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Ring() => Interlocked.Exchange(ref rings, NewRing()).SetResult();
}
