using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Faults;

/// <summary>A platform with the demo world on a PostgreSQL that nobody else uses and that keeps its promises in a crash.</summary>
public sealed class PlatformOnItsOwnServer : IAsyncLifetime
{
    private PostgresCluster? cluster;
    private PlatformProcess? platform;
    private HttpClient? http;

    /// <summary>Why there is none; null where there is one.</summary>
    internal static string? Missing => PostgresBinaries.Folder is null ? "A server that is lent must not crash: this needs the package 'postgresql'." : null;

    internal PostgresCluster Cluster => cluster!;

    internal PlatformProcess Platform => platform!;

    internal HttpClient Http => http!;

    /// <summary>The platform's database.</summary>
    internal string Superuser => new Npgsql.NpgsqlConnectionStringBuilder(Cluster.Superuser) { Database = "koko", Pooling = false }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        if (PostgresBinaries.Folder is not { } binaries)
        {
            return;
        }

        cluster = new PostgresCluster(binaries, "fsync=on");
        var server = new PostgresServer(cluster.Superuser);
        server.Execute("CREATE DATABASE koko OWNER koko_owner");
        platform = new PlatformProcess(TestDatabase.SettingsOf("koko", server), "Development");
        var (exit, output) = await platform.RunAsync("migrate");
        Assert.True(exit == 0, output);
        await platform.ServeAsync("--Limits:Concurrent=1000"); // 200 at once shall be 200 at once
        http = platform.Http();
    }

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        if (platform is not null)
        {
            await platform.DisposeAsync();
        }

        cluster?.Dispose();
    }
}
