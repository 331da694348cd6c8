using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KoKo.Platform.Tests.Foundation.Data.Postgres;

/// <summary>The platform does not start where a wall of the database is missing, and says which.</summary>
public sealed class PostgresCheckTests : IDisposable
{
    private readonly TestDatabase database = new();

    private string Runtime => database.ConnectionString("koko_platform");

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_database_as_migrate_leaves_it_is_accepted() => Assert.Equal((true, ""), await CheckAsync(Runtime));

    [Theory]
    [InlineData("ALTER TABLE practices DISABLE ROW LEVEL SECURITY", "Row-level security is not enabled and forced on practices.")]
    [InlineData("ALTER TABLE practices NO FORCE ROW LEVEL SECURITY", "Row-level security is not enabled and forced on practices.")]
    [InlineData("DROP POLICY owner ON practices", "The policy practices.owner FOR ALL is missing.")]
    [InlineData("CREATE POLICY more ON practices FOR SELECT USING (title = 'x')", "The policy practices.more FOR SELECT does not belong there.")]
    [InlineData("ALTER POLICY owner ON practices USING (true)", "The policy practices.owner FOR ALL is missing.")]
    [InlineData("ALTER POLICY migrations ON practices TO PUBLIC", "The policy practices.migrations FOR ALL of the owner is missing.")]
    [InlineData("GRANT TRUNCATE ON practices TO koko_platform", "The runtime role may TRUNCATE")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '%SequencedChanges'", "The schema is older than this version")]
    [InlineData("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231235959_Later', '99.0.0')", "The schema is newer than this version")]
    public async Task A_missing_wall_is_named(string damage, string fault)
    {
        PostgresServer.Execute(database.ConnectionString(), damage);

        var (ready, output) = await CheckAsync(Runtime);

        Assert.False(ready);
        Assert.Contains(fault, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SUPERUSER", "", "is a superuser")]
    [InlineData("BYPASSRLS", "", "may bypass row-level security")]
    [InlineData("", "koko_owner", "owns tables, or is a member of their owner")]
    public async Task A_role_that_policies_do_not_bind_is_refused(string attribute, string memberOf, string fault)
    {
        var role = $"koko_role_{Guid.NewGuid():N}";
        PostgresServer.Instance.Execute($"CREATE ROLE {role} LOGIN PASSWORD '{role}' {attribute} IN ROLE koko_platform{(memberOf.Length > 0 ? $", {memberOf}" : "")}");
        try
        {
            var (ready, output) = await CheckAsync(database.ConnectionString(role));

            Assert.False(ready);
            Assert.Contains(fault, output, StringComparison.Ordinal);
        }
        finally
        {
            PostgresServer.Instance.Execute($"DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task The_owner_itself_is_refused()
    {
        var (ready, output) = await CheckAsync(database.ConnectionString("koko_owner"));

        Assert.False(ready);
        Assert.Contains("owns tables", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No Reset On Close=true", "the next user of a connection would see the rows of the one before")]
    [InlineData("Multiplexing=true", "requests of several tenants would share a connection")]
    public async Task A_connection_that_remembers_or_is_shared_is_refused(string setting, string fault)
    {
        var (ready, output) = await CheckAsync($"{Runtime};{setting}");

        Assert.False(ready);
        Assert.Contains(fault, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("transaction", 20)]
    [InlineData("transaction", 1)]
    [InlineData("session", 1)]
    public async Task A_pooler_that_hands_connections_on_is_refused(string mode, int size)
    {
        Required.Or("pgbouncer", PgBouncer.Missing);
        using var pooler = new PgBouncer(mode, size);

        var (ready, output) = await CheckAsync(await pooler.ConnectionStringAsync(database.Name));

        Assert.False(ready);
        Assert.Contains("stands a pooler in transaction mode", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pooler_in_session_mode_is_accepted()
    {
        Required.Or("pgbouncer", PgBouncer.Missing);
        using var pooler = new PgBouncer("session", 20);

        Assert.Equal((true, ""), await CheckAsync(await pooler.ConnectionStringAsync(database.Name)));
    }

    [Fact]
    public async Task An_empty_database_is_refused()
    {
        var empty = TestDatabase.NewDatabase();

        var (ready, output) = await CheckAsync(PostgresServer.Instance.ConnectionString(empty, "koko_platform"));

        Assert.False(ready);
        Assert.Contains("run the verb 'migrate'", output, StringComparison.Ordinal);
    }

    private static async Task<(bool Ready, string Output)> CheckAsync(string connectionString)
    {
        using var data = new DirectoryOfItsOwn();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Path"] = data.Path,
            ["Database:Provider"] = "Postgres",
            ["ConnectionStrings:Platform"] = connectionString,
        });
        builder.AddData().AddTenancy();
        await using var app = builder.Build();
        await using var output = new StringWriter();
        var ready = await app.DatabaseIsReadyAsync(output, TestContext.Current.CancellationToken);
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
        return (ready, output.ToString());
    }

    private sealed class DirectoryOfItsOwn : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("koko-check-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
