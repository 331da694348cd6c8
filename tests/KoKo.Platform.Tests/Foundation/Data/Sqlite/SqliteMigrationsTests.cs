using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Foundation.Data.Sqlite;

public sealed class SqliteMigrationsTests
{
    [Fact]
    public void The_model_has_no_change_without_a_migration()
    {
        using var db = SqlitePlatformDbFactory.Create("Data Source=:memory:");

        Assert.False(db.Database.HasPendingModelChanges(), "Run deploy/bin/add-migration NAME.");
    }

    [Fact]
    public void The_migrations_create_the_whole_schema_from_nothing()
    {
        using var db = SqlitePlatformDbFactory.Create("Data Source=:memory:");
        db.Database.OpenConnection();

        db.Database.Migrate();

        Assert.Empty(db.Database.GetPendingMigrations());
        Assert.Equal(Tables(db), Existing(db));
    }

    private static IEnumerable<string> Tables(PlatformDb db) =>
        db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal);

    private static List<string> Existing(PlatformDb db)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }
}
