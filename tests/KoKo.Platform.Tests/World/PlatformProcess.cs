using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace KoKo.Platform.Tests.World;

/// <summary>
/// An installation of its own in a process of its own, in Production: for what happens before and at the start. The data
/// folder stays over restarts and goes with the installation.
/// </summary>
internal sealed class PlatformProcess : IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly string folder = Directory.CreateTempSubdirectory("koko-process-").FullName;
    private readonly string environment;
    private readonly TestData? own;
    private readonly ConcurrentQueue<string> output = new();
    private Process? serving;

    public PlatformProcess()
        : this(null, "Production")
    {
    }

    /// <param name="database">How a database is reached that others may use, too; null = one of its own.</param>
    public PlatformProcess(IReadOnlyDictionary<string, string?>? database, string environment)
    {
        own = database is null ? new TestData() : null;
        settings = database ?? own!.Settings;
        this.environment = environment;
    }

    /// <summary>What it is told.</summary>
    public string Setting(string name) => settings[name]!;

    /// <summary>The data folder, which the platform itself makes.</summary>
    public string Data => Path.Combine(folder, "data");

    /// <summary>What it wrote while it served.</summary>
    public string Output => string.Join('\n', output);

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    /// <summary>A browser-like client: follows nothing by itself, keeps cookies.</summary>
    public HttpClient Http(CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = Address };

    /// <summary>Runs to the end: a verb, or a start that fails.</summary>
    public async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said + await complained);
    }

    /// <summary>Begins a verb that is to be stopped before its end.</summary>
    public void Begin(string verb) => serving = Start([verb]);

    public bool IsRunning => serving is { HasExited: false };

    /// <summary>Serves until it is stopped.</summary>
    public async Task ServeAsync(params string[] settings)
    {
        serving = Start([$"--Urls={Address}", .. settings]);
        serving.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        serving.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        serving.BeginOutputReadLine();
        serving.BeginErrorReadLine();
        using var http = Http();
        for (var attempt = 0; attempt < 300 && !serving.HasExited; attempt++)
        {
            if (await IsReadyAsync(http))
            {
                return;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"The platform did not get ready:\n{Output}");
    }

    /// <summary>At once and without a word, as a kill does.</summary>
    public async Task StopAsync()
    {
        if (serving is { HasExited: false })
        {
            serving.Kill(entireProcessTree: true);
            await serving.WaitForExitAsync(CancellationToken.None);
        }

        serving?.Dispose();
        serving = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        own?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private IEnumerable<string> Settings => settings.Where(setting => setting.Key != "Data:Path").Select(setting => $"--{setting.Key}={setting.Value}").Append($"--Data:Path={Data}");

    private Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = environment;
        foreach (var argument in (string[])[typeof(Program).Assembly.Location, .. arguments.Where(IsNoSetting), .. Settings, "--Logging:LogLevel:Default=Warning", .. arguments.Where(argument => !IsNoSetting(argument))])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static bool IsNoSetting(string argument) => !argument.StartsWith("--", StringComparison.Ordinal);

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
