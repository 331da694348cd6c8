namespace KoKo.Platform.Foundation.Data;

internal static class Transactions
{
    private const int Tries = 5;

    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, or in the one that is open already: a rule over several rows of
    /// one owner is read and written without anybody of hers in between. It may run more than once, and so reads whatever
    /// it changes.
    /// </summary>
    public static async Task<TResult> InTransactionAsync<TResult>(this PlatformDb db, Func<Task<TResult>> work, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await db.LockOwnerAsync(cancellationToken);
            return await work(); // whoever began the transaction tries again
        }

        return await db.TryAgainAsync(
            async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                await db.LockOwnerAsync(cancellationToken);
                var result = await work();
                await transaction.CommitAsync(cancellationToken);
                return result;
            },
            cancellationToken);
    }

    /// <summary>Runs again what collided with another transaction, after a short wait that differs from the other's.</summary>
    public static async Task<TResult> TryAgainAsync<TResult>(this PlatformDb db, Func<Task<TResult>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception exception) when (attempt < Tries && DatabaseFailures.IsCollision(exception))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(Random.Shared.Next(5, 20 << attempt), cancellationToken);
            }
        }
    }

    private static Task LockOwnerAsync(this PlatformDb db, CancellationToken cancellationToken) =>
        (db.Context.Tenant?.Id ?? db.Context.AccountId) is { } owner ? db.LockAsync($"owner {owner}", cancellationToken) : Task.CompletedTask;
}
