using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

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
            () => db.BeginAsync(
                async transaction =>
                {
                    await db.LockOwnerAsync(cancellationToken);
                    var result = await work();
                    await transaction.CommitAsync(cancellationToken);
                    return result;
                },
                cancellationToken),
            cancellationToken);
    }

    /// <summary>
    /// Begins a transaction for <paramref name="work"/>, which commits it. Where the connection breaks meanwhile, the
    /// failure says so: the provider may only stumble over a transaction that is no more.
    /// </summary>
    public static async Task<TResult> BeginAsync<TResult>(this PlatformDb db, Func<IDbContextTransaction, Task<TResult>> work, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            return await work(transaction);
        }
        catch (InvalidOperationException exception) when (db.Database.GetDbConnection().State != ConnectionState.Open)
        {
            throw new NpgsqlException("The connection broke inside a transaction.", exception);
        }
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
                await WaitAsync(attempt, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Sends one save again that PostgreSQL undid to let another pass. Nothing has to be read anew: versions and keys decide
    /// as they would have the first time. Inside a transaction there is nothing to repeat alone; whoever began it tries again.
    /// </summary>
    public static async Task<int> SaveAgainAsync(this PlatformDb db, Func<Task<int>> save, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await save();
            }
            catch (Exception exception) when (attempt < Tries && db.Database.CurrentTransaction is null && DatabaseFailures.IsUndone(exception))
            {
                await WaitAsync(attempt, cancellationToken);
            }
        }
    }

    private static Task WaitAsync(int attempt, CancellationToken cancellationToken) => Task.Delay(Random.Shared.Next(5, 20 << attempt), cancellationToken);

    private static Task LockOwnerAsync(this PlatformDb db, CancellationToken cancellationToken) =>
        (db.Context.Tenant?.Id ?? db.Context.AccountId) is { } owner ? db.LockAsync($"owner {owner}", cancellationToken) : Task.CompletedTask;
}
