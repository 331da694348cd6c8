using KoKo.Platform.Foundation.Data.Postgres;
using Npgsql;

namespace KoKo.Platform.Tests.World;

/// <summary>A database of its own on the server of this run: a copy of one that was migrated once.</summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<string> Template = new(() => Migrated(NewDatabase("template0")));
    private static int counter;

    public TestDatabase() => Name = NewDatabase(Template.Value);

    public static bool IsThere => PostgresServer.Missing is null;

    public string Name { get; }

    public IReadOnlyDictionary<string, string?> Settings => SettingsOf(Name);

    /// <summary>How a role reaches it; the superuser by default.</summary>
    public string ConnectionString(string? role = null) => PostgresServer.Instance.ConnectionString(Name, role);

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        PostgresServer.Instance.Execute($"DROP DATABASE {Name} WITH (FORCE)");
    }

    /// <summary>Without any table.</summary>
    public static string NewDatabase(string template = "template0")
    {
        var name = $"koko_{Environment.ProcessId}_{Interlocked.Increment(ref counter)}";
        PostgresServer.Instance.Execute($"CREATE DATABASE {name} OWNER koko_owner TEMPLATE {template}");
        return name;
    }

    /// <param name="server">Another one than that of this run.</param>
    public static IReadOnlyDictionary<string, string?> SettingsOf(string name, PostgresServer? server = null) => new Dictionary<string, string?>
    {
        ["Database:Provider"] = "Postgres",
        ["ConnectionStrings:Platform"] = (server ?? PostgresServer.Instance).ConnectionString(name, "koko_platform"),
        ["ConnectionStrings:Migrations"] = (server ?? PostgresServer.Instance).ConnectionString(name, "koko_owner"),
    };

    private static string Migrated(string name)
    {
        var settings = SettingsOf(name);
        var options = new PostgresOptions { Platform = settings["ConnectionStrings:Platform"]!, Migrations = settings["ConnectionStrings:Migrations"] };
        MigrateVerb.MigrateAsync(options, CancellationToken.None).GetAwaiter().GetResult();
        NpgsqlConnection.ClearAllPools(); // a database with visitors cannot be copied
        return name;
    }
}
