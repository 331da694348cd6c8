namespace KoKo.Platform.Foundation.Data;

internal static class Transactions
{
    /// <summary>
    /// Runs <paramref name="work"/> in one transaction, or in the one that is open already: a rule over several rows is
    /// read and written without anybody in between.
    /// </summary>
    public static async Task<TResult> InTransactionAsync<TResult>(this PlatformDb db, Func<Task<TResult>> work, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return await work();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
