using System.Diagnostics;
using Npgsql;

namespace KoKo.Platform.Tests.World;

/// <summary>
/// A PostgreSQL of our own for this run, in a temporary folder and on a socket there; or the one that KOKO_TEST_POSTGRES
/// names as a superuser's connection string.
/// </summary>
internal sealed class PostgresServer
{
    private static readonly Lazy<(PostgresServer? Server, string? Missing)> Shared = new(Find);

    /// <param name="superuser">How the superuser reaches its database <c>postgres</c>.</param>
    public PostgresServer(string superuser)
    {
        Superuser = superuser;
        Execute($"DROP ROLE IF EXISTS koko_owner, koko_platform; {RolesScript}", ifThereAreNone: true);
    }

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? Missing => Shared.Value.Missing;

    public static PostgresServer Instance => Shared.Value.Server ?? throw new InvalidOperationException(Missing);

    /// <summary>How the superuser reaches the database <c>postgres</c>.</summary>
    public string Superuser { get; }

    private static string RolesScript { get; } = Architecture.Repository.Text("deploy/postgres/roles.sql");

    /// <summary>How a role reaches a database of this server.</summary>
    public string ConnectionString(string database, string? role = null)
    {
        var connection = new NpgsqlConnectionStringBuilder(Superuser) { Database = database, IncludeErrorDetail = true, MaxPoolSize = 60 };
        if (role is not null)
        {
            (connection.Username, connection.Password) = (role, role);
        }

        return connection.ConnectionString;
    }

    public void Execute(string sql) => Execute(Superuser, sql);

    public static void Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private void Execute(string sql, bool ifThereAreNone)
    {
        using var connection = new NpgsqlConnection(Superuser);
        connection.Open();
        using var roles = new NpgsqlCommand("SELECT count(*) FROM pg_roles WHERE rolname IN ('koko_owner', 'koko_platform')", connection);
        if (!ifThereAreNone || (long)roles.ExecuteScalar()! < 2)
        {
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
        }

        // trust on our own socket needs none; a server that is lent may
        using var passwords = new NpgsqlCommand("ALTER ROLE koko_owner PASSWORD 'koko_owner'; ALTER ROLE koko_platform PASSWORD 'koko_platform'", connection);
        passwords.ExecuteNonQuery();
    }

    private static (PostgresServer? Server, string? Missing) Find()
    {
        if (Environment.GetEnvironmentVariable("KOKO_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return (new PostgresServer(given), null);
        }

        if (PostgresBinaries.Folder is not { } binaries)
        {
            return (null, "There is no PostgreSQL: install the package 'postgresql', or name a server in KOKO_TEST_POSTGRES.");
        }

        var cluster = new PostgresCluster(binaries);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster.Dispose();
        return (new PostgresServer(cluster.Superuser), null);
    }
}

/// <summary>Where initdb and its like are.</summary>
internal static class PostgresBinaries
{
    public static string? Folder { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
}

/// <summary>A database cluster in a temporary folder, which goes with it.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private readonly string binaries;
    private readonly string folder = Directory.CreateTempSubdirectory("koko-pg-").FullName;
    private readonly string[] settings;

    /// <param name="settings">Beside and over the usual ones, such as <c>fsync=on</c> for a cluster that is to crash.</param>
    public PostgresCluster(string binaries, params string[] settings)
    {
        this.binaries = binaries;
        this.settings = ["listen_addresses=", $"unix_socket_directories={folder}", "fsync=off", "max_connections=300", "log_min_messages=fatal", .. settings];
        if (IsRoot)
        {
            Run("chown", User, folder); // initdb refuses root
        }

        RunAsUser("initdb", "--pgdata", Data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync");
        Start();
    }

    public string Superuser => $"Host={folder};Username=postgres;Database=postgres";

    private static bool IsRoot => Environment.UserName == "root";

    // Debian's package brings the user; everywhere else there is nobody
    private static string User => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private string Data => Path.Combine(folder, "data");

    /// <summary>Ends every server process at once, as if the power had gone, and starts again.</summary>
    public void Crash()
    {
        Stop();
        Start();
    }

    /// <summary>Ends every server process at once.</summary>
    public void Stop() => RunAsUser("pg_ctl", "stop", "--mode=immediate", "--pgdata", Data);

    public void Start() => RunAsUser("pg_ctl", "start", "--wait", "--pgdata", Data, "--log", Path.Combine(folder, "log"), "--options", string.Join(' ', settings.Select(setting => $"-c {setting}")));

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Stop();
        Directory.Delete(folder, recursive: true);
    }

    private void RunAsUser(string program, params string[] arguments)
    {
        if (IsRoot)
        {
            Run("runuser", ["-u", User, "--", Path.Combine(binaries, program), .. arguments]);
        }
        else
        {
            Run(Path.Combine(binaries, program), arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        // what a server writes must not hold our pipes open: it outlives pg_ctl
        var start = new ProcessStartInfo("sh") { WorkingDirectory = "/" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null");
        foreach (var argument in (string[])[program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
