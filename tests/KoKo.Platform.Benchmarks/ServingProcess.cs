using System.Diagnostics;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Benchmarks;

/// <summary>The platform as it is operated: a process of its own, so that its memory can be weighed.</summary>
internal sealed class ServingProcess : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("koko-benchmark-").FullName;
    private readonly Process process;

    private ServingProcess(IReadOnlyDictionary<string, string> settings, string environment)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = environment;
        string[] own = [$"--Urls={Address}", $"--Data:Path={folder}", "--Platform:BaseUrl=http://localhost", "--Logging:LogLevel:Default=Warning", "--Limits:RequestsPerMinute=100000000"];
        foreach (var argument in (string[])[typeof(Program).Assembly.Location, .. own, .. settings.Select(setting => $"--{setting.Key}={setting.Value}")])
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { }; // or the pipe fills and the platform waits
        process.BeginOutputReadLine();
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    /// <summary>What the process holds of the machine's memory, in MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    public static async Task<ServingProcess> StartAsync(IReadOnlyDictionary<string, string> settings, string environment, CancellationToken cancellationToken)
    {
        var serving = new ServingProcess(settings, environment);
        using var client = Load.Client(serving.Address);
        for (var attempt = 0; attempt < 600 && !serving.process.HasExited; attempt++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return serving;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(200, cancellationToken);
        }

        throw new InvalidOperationException("The platform did not get ready.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
