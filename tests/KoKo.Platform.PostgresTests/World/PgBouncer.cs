using System.Diagnostics;
using Npgsql;

namespace KoKo.Platform.Tests.World;

/// <summary>A PgBouncer of one test before the PostgreSQL of this run, on a socket in a temporary folder.</summary>
internal sealed class PgBouncer : IDisposable
{
    private const int Port = 6432;

    private readonly string folder = Directory.CreateTempSubdirectory("koko-bouncer-").FullName;
    private readonly Process process;

    public PgBouncer(string mode, int size)
    {
        var server = new NpgsqlConnectionStringBuilder(PostgresServer.Instance.Superuser);
        File.WriteAllText(Path.Combine(folder, "users"), "\"koko_platform\" \"koko_platform\"\n");
        File.WriteAllText(Path.Combine(folder, "ini"), $"""
            [databases]
            * = host={server.Host} port={server.Port}
            [pgbouncer]
            unix_socket_dir = {folder}
            listen_port = {Port}
            auth_type = trust
            auth_file = {folder}/users
            pool_mode = {mode}
            default_pool_size = {size}
            ignore_startup_parameters = extra_float_digits
            """);
        var isRoot = Environment.UserName == "root"; // whom it refuses
        if (isRoot)
        {
            Process.Start("chown", ["-R", User, folder]).WaitForExit();
        }

        process = Process.Start(new ProcessStartInfo(isRoot ? "runuser" : Program!, isRoot ? ["-u", User, "--", Program!, "-q", $"{folder}/ini"] : ["-q", $"{folder}/ini"]) { WorkingDirectory = "/" })!;
    }

    /// <summary>Why there is none; null where there is one. A missing one fails where KOKO_TEST_REQUIRE lists it.</summary>
    public static string? Missing => Program is null ? "There is no PgBouncer: install the package 'pgbouncer'." : null;

    private static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin")
        .Select(folder => Path.Combine(folder, "pgbouncer")).FirstOrDefault(File.Exists);

    private static string User => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>How the runtime role reaches a database through it.</summary>
    public async Task<string> ConnectionStringAsync(string database)
    {
        for (var attempt = 0; attempt < 300 && !process.HasExited && !File.Exists(Path.Combine(folder, $".s.PGSQL.{Port}")); attempt++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return new NpgsqlConnectionStringBuilder { Host = folder, Port = Port, Database = database, Username = "koko_platform", Password = "koko_platform" }.ConnectionString;
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
