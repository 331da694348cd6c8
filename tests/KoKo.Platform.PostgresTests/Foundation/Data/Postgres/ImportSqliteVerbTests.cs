using KoKo.Platform.Foundation.Data.Sqlite;
using KoKo.Platform.Tests.World;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Foundation.Data.Postgres;

/// <summary>An installation with the demo world moves from its SQLite file, as deploy/README.md says.</summary>
public sealed class ImportSqliteVerbTests(ImportSqliteVerbTests.DemoFile file) : IClassFixture<ImportSqliteVerbTests.DemoFile>
{
    [Fact]
    public async Task Everything_arrives_and_the_platform_serves_it()
    {
        await using var platform = new PlatformProcess();

        var (exit, output) = await platform.RunAsync("import-sqlite", file.Database);
        await platform.ServeAsync("--Platform:BaseUrl=http://localhost", $"--Keys:Wrapping={file.WrappingKey}");

        Assert.True(exit == 0, output);
        Assert.Equal(file.Counts(), platform.Counts(file.Counts().Keys));
        using var http = platform.Http();
        using var hub = new HubClient(http);
        await hub.SignInAsync("editor@duisburg.example");
        Assert.Contains("Duisburg", (await hub.GetAsync("/mandant")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_holds_something_is_left_alone()
    {
        await using var platform = new PlatformProcess();
        await platform.RunAsync("import-sqlite", file.Database);

        var (exit, output) = await platform.RunAsync("import-sqlite", file.Database);

        Assert.Equal(1, exit);
        Assert.Contains("is not empty. Nothing was copied.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_version_is_refused()
    {
        await using var platform = new PlatformProcess();
        var old = Path.Combine(Directory.CreateTempSubdirectory("koko-old-").FullName, "koko.db");
        await using (var db = SqlitePlatformDbFactory.Create($"Data Source={old};Pooling=False"))
        {
            await db.Database.MigrateAsync("Initial", TestContext.Current.CancellationToken);
        }

        var (exit, output) = await platform.RunAsync("import-sqlite", old);

        Assert.Equal(1, exit);
        Assert.Contains("schema of another version", output, StringComparison.Ordinal);
        Directory.Delete(Path.GetDirectoryName(old)!, recursive: true);
    }

    [Fact]
    public async Task A_row_that_cannot_arrive_lets_none_arrive()
    {
        await using var platform = new PlatformProcess();
        using var all = new Sql(platform.Superuser());
        all.Execute("ALTER TABLE practices ADD CONSTRAINT no_more CHECK (title = '')");

        var (exit, _) = await platform.RunAsync("import-sqlite", file.Database);

        Assert.NotEqual(0, exit);
        Assert.Equal(0, all.Count("tenants"));
    }

    /// <summary>A data folder as an embedded installation leaves it.</summary>
    public sealed class DemoFile : IAsyncLifetime
    {
        private readonly string folder = Directory.CreateTempSubdirectory("koko-import-").FullName;

        public string Database => Path.Combine(folder, "koko.db");

        /// <summary>As <c>base64 -w0 data/keys/wrapping.key</c> prints it.</summary>
        public string WrappingKey => Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, "keys", "wrapping.key")));

        public async ValueTask InitializeAsync()
        {
            if (TestDatabase.IsThere)
            {
                await using var embedded = new Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program>();
                using var host = embedded.WithWebHostBuilder(builder =>
                {
                    builder.UseSetting("environment", "Development");
                    builder.UseSetting("Data:Path", folder);
                    builder.UseSetting("Logging:LogLevel:Default", "None");
                });
                using var http = host.CreateClient();
                await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            }
        }

        public IReadOnlyDictionary<string, long> Counts()
        {
            using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' ORDER BY name";
            var tables = new List<string>();
            using (var rows = command.ExecuteReader())
            {
                while (rows.Read())
                {
                    tables.Add(rows.GetString(0));
                }
            }

            return tables.ToDictionary(table => table, table => Count(connection, table));
        }

        public ValueTask DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        private static long Count(SqliteConnection connection, string table)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM \"{table}\"";
            return (long)command.ExecuteScalar()!;
        }
    }
}
