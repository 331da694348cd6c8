using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Data.Postgres;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Benchmarks;

/// <summary>A PostgreSQL server of this run, with the demo world in one database and copies of it that hold more.</summary>
internal sealed class PostgresBench : IDisposable
{
    public const int RowsPerTenant = 100;

    private readonly PostgresCluster cluster;

    private PostgresBench(PostgresCluster cluster)
    {
        this.cluster = cluster;
        PostgresServer.Execute(cluster.Superuser, KoKo.Platform.Tests.Architecture.Repository.Text("deploy/postgres/roles.sql"));
    }

    /// <returns>Null where there is no PostgreSQL; the output says so.</returns>
    public static async Task<PostgresBench?> StartAsync(TextWriter output)
    {
        if (PostgresBinaries.Folder is { } binaries)
        {
            return new PostgresBench(new PostgresCluster(binaries, "shared_buffers=512MB", "max_wal_size=4GB"));
        }

        await output.WriteLineAsync("Left out: there is no PostgreSQL (package 'postgresql').");
        return null;
    }

    public string ConnectionString(string database, string role) => $"{cluster.Superuser.Replace("Database=postgres", $"Database={database}", StringComparison.Ordinal).Replace("Username=postgres", $"Username={role}", StringComparison.Ordinal)};Maximum Pool Size=50";

    public IReadOnlyDictionary<string, string> Settings(string database, string role = "koko_platform") => new Dictionary<string, string>
    {
        ["Database:Provider"] = "Postgres",
        ["ConnectionStrings:Platform"] = ConnectionString(database, role),
        ["Keys:Wrapping"] = Convert.ToBase64String(new byte[32]),
    };

    /// <summary>The demo world, and practices so that each of its tenants has a hundred.</summary>
    public async Task<string> SeedAsync(CancellationToken cancellationToken)
    {
        Execute("postgres", "CREATE DATABASE bench OWNER koko_owner");
        await MigrateVerb.MigrateAsync(new PostgresOptions { Platform = ConnectionString("bench", "koko_platform"), Migrations = ConnectionString("bench", "koko_owner") }, cancellationToken);
        await using (await ServingProcess.StartAsync(Settings("bench"), "Development", cancellationToken))
        {
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        Execute("bench", "DELETE FROM outbox_messages");
        AddPractices("bench");
        return "bench";
    }

    /// <summary>A copy with so many tenants more, each with as many practices.</summary>
    public string CopyWith(string database, IEnumerable<string> names)
    {
        var copy = $"{database}_many";
        Execute("postgres", $"CREATE DATABASE {copy} TEMPLATE {database}");
        var rows = names.Select((name, number) => $"(gen_random_uuid(), 'tenant-{number}', {Literal(name)})");
        Execute(copy, $"""
            INSERT INTO tenants (id, slug, name, kind, state, created_at, four_eyes_release, version)
            SELECT id, slug, name, 'Municipality', 'Active', now(), true, 1 FROM (VALUES {string.Join(',', rows)}) AS given (id, slug, name)
            """);
        AddPractices(copy);
        return copy;
    }

    public void Execute(string database, string sql) => PostgresServer.Execute($"{ConnectionString(database, "postgres")};Command Timeout=0;Pooling=false", sql);

    public void Dispose() => cluster.Dispose();

    private void AddPractices(string database)
    {
        Execute(database, $"""
            INSERT INTO practices (tenant_id, id, slug, version, state, kind, title, content, revision, published_audiences, publications, created_at, updated_at)
            SELECT t.id, gen_random_uuid(), 'bench-' || number, 1, 'Draft', model.kind, model.title, model.content, 0, '{"{}"}', 0, now() - number * interval '1 minute', now()
            FROM tenants t CROSS JOIN generate_series(1, {RowsPerTenant}) number
            CROSS JOIN (SELECT kind, title, content FROM practices WHERE tenant_id = '{DemoIds.Tenant(DemoTenants.Office)}' ORDER BY id LIMIT 1) model
            WHERE NOT EXISTS (SELECT FROM practices p WHERE p.tenant_id = t.id AND p.slug LIKE 'bench-%')
            """);
        Execute(database, "VACUUM ANALYZE");
        Execute(database, "CHECKPOINT");
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
