using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KoKo.Platform.Foundation.Data;

/// <summary>What a failure of the database means, whichever it is.</summary>
internal static class DatabaseFailures
{
    /// <summary>The database does not answer, or not now: the same request may succeed in a moment.</summary>
    public static bool IsUnavailable(Exception exception) => RootOf(exception) switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 or 10 or 13 or 14, // busy, locked, I/O error, disk full, cannot open
        PostgresException postgres => IsCollision(postgres) || postgres.SqlState[..2] is "08" or "53" or "57" || postgres.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.IoError or PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException => true, // the connection itself: refused, broken, timed out, none free in the pool
        _ => false,
    };

    /// <summary>
    /// Two transactions got in each other's way, or the second found the first one's row: run again, it sees what the
    /// other did and decides by it. SQLite has one writer and no such thing.
    /// </summary>
    public static bool IsCollision(Exception exception) => IsUndone(exception)
        || RootOf(exception) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation };

    /// <summary>PostgreSQL chose this transaction to give way: the same statements may be sent again as they are.</summary>
    public static bool IsUndone(Exception exception) => RootOf(exception) is PostgresException postgres && IsCollision(postgres);

    private static bool IsCollision(PostgresException postgres) => postgres.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>The database cannot store this text: PostgreSQL takes no NUL character, wherever it came from.</summary>
    public static bool IsUnstorable(Exception exception) => RootOf(exception) is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter };

    // EF wraps what the provider threw: in a DbUpdateException, and either of them in an InvalidOperationException that advises a retrying strategy
    private static Exception RootOf(Exception exception) => exception switch
    {
        DbUpdateException { InnerException: { } inner } => RootOf(inner),
        InvalidOperationException { InnerException: { } inner } when inner is NpgsqlException or DbUpdateException => RootOf(inner),
        _ => exception,
    };
}
