namespace KoKo.Platform.Tests.World;

/// <summary>The embedded default: a SQLite file in the data folder. The same tests run on PostgreSQL with a class of this name of their own.</summary>
internal sealed class TestDatabase : IDisposable
{
    public static bool IsThere => true;

    public IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    public void Dispose() => Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
}
