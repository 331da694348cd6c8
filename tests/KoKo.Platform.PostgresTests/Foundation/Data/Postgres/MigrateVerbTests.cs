using KoKo.Platform.Foundation.Data.Postgres;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KoKo.Platform.Tests.Foundation.Data.Postgres;

public sealed class MigrateVerbTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var db = PostgresPlatformDbFactory.Create("Host=nowhere");

        Assert.False(db.Database.HasPendingModelChanges(), "Run deploy/bin/add-migration NAME.");
    }

    [Fact]
    public async Task A_filled_database_of_the_first_version_keeps_every_row()
    {
        var database = TestDatabase.NewDatabase();
        await using (var first = PostgresPlatformDbFactory.Create(Owner(database)))
        {
            await first.GetService<IMigrator>().MigrateAsync("Initial", Cancel);
            await first.Database.ExecuteSqlRawAsync(PoliciesThen(first, database), Cancel);
        }

        using (var owner = new Sql(Owner(database)))
        {
            owner.Execute("INSERT INTO released_changes (kind, item_id, publisher_kind, publisher_id, at) SELECT 'practice', gen_random_uuid(), 'Tenant', gen_random_uuid(), now() FROM generate_series(1, 3)");
            owner.Execute("INSERT INTO tombstones (item_id, audience, shadowed_by, publisher_id, withdrawn_at) VALUES (gen_random_uuid(), 'network', '{}', gen_random_uuid(), now())");
        }

        Assert.Equal(0, await MigrateAsync(database));

        using var after = new Sql(Owner(database));
        using var runtime = new Sql(PostgresServer.Instance.ConnectionString(database, "koko_platform"));
        Assert.Equal(["1", "2", "3"], after.List("SELECT position FROM released_changes ORDER BY id"));
        Assert.Equal((1L, 0L), (after.Count("tombstones"), runtime.Count("tombstones")));
    }

    [Fact]
    public async Task Two_migrators_at_once_end_with_one_schema()
    {
        var database = TestDatabase.NewDatabase();

        var exits = await Task.WhenAll(MigrateAsync(database), MigrateAsync(database));

        using var owner = new Sql(Owner(database));
        Assert.Equal([0, 0], exits);
        Assert.Equal(Migrations, owner.List("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1"));
        Assert.Equal(1, owner.Count("pg_policies", "tablename = 'practices' AND policyname = 'owner'"));
    }

    [Fact]
    public async Task Migrating_what_is_migrated_changes_nothing()
    {
        var database = TestDatabase.NewDatabase();
        await MigrateAsync(database);
        using var owner = new Sql(Owner(database));
        var before = Catalogue(owner);

        Assert.Equal(0, await MigrateAsync(database));

        Assert.Equal(before, Catalogue(owner));
    }

    [Theory]
    [InlineData("ConnectionStrings:Migrations", "", "must name two roles")]
    [InlineData("Database:Provider", "Sqlite", "Database:Provider is not Postgres")]
    [InlineData("ConnectionStrings:Migrations", "Host=nowhere;Username=koko_platform", "must name two roles")]
    [InlineData("ConnectionStrings:Platform", "", "ConnectionStrings:Platform is missing")]
    public async Task What_is_missing_is_said(string setting, string value, string fault)
    {
        await using var platform = new PlatformProcess();

        var (exit, output) = await platform.RunAsync("migrate", $"--{setting}={value}");

        Assert.Equal(1, exit);
        Assert.Contains(fault, output, StringComparison.Ordinal);
    }

    private static string Owner(string database) => PostgresServer.Instance.ConnectionString(database, "koko_owner");

    private static IEnumerable<string> Migrations
    {
        get
        {
            using var db = PostgresPlatformDbFactory.Create("Host=nowhere");
            return [.. db.Database.GetMigrations()];
        }
    }

    /// <summary>The policies of the tables that the first version had.</summary>
    private static string PoliciesThen(PostgresPlatformDb db, string database)
    {
        using var owner = new Sql(Owner(database));
        var later = RowLevelSecurity.TablesOf(db).Except(owner.List("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).Select(RowLevelSecurity.Quote).ToList();
        return string.Join('\n', RowLevelSecurity.Script(db, "koko_owner", "koko_platform", []).Split('\n').Where(line => !later.Any(table => line.Contains(table, StringComparison.Ordinal))));
    }

    private static IReadOnlyList<string> Catalogue(Sql sql) =>
        sql.List("SELECT tablename || policyname || cmd || qual FROM pg_policies UNION ALL SELECT relname || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1");

    private static async Task<int> MigrateAsync(string database)
    {
        await using var platform = new PlatformProcess();
        var (exit, _) = await platform.RunAsync(["migrate", .. TestDatabase.SettingsOf(database).Select(setting => $"--{setting.Key}={setting.Value}")]);
        return exit;
    }
}
