using Npgsql;

namespace KoKo.Platform.Tests.World;

/// <summary>The database of a platform in a process of its own, as the superuser sees it.</summary>
internal static class ProcessDatabase
{
    extension(PlatformProcess platform)
    {
        public string Superuser() => PostgresServer.Instance.ConnectionString(
            new NpgsqlConnectionStringBuilder(platform.Setting("ConnectionStrings:Platform")).Database!);

        public IReadOnlyDictionary<string, long> Counts(IEnumerable<string> tables)
        {
            using var all = new Sql(platform.Superuser());
            return tables.ToDictionary(table => table, table => all.Count($"\"{table}\""));
        }
    }
}
