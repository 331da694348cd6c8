using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.EndToEndTests.Fixture;

/// <summary>The built platform as a process of its own, with the demo world in a folder that goes away with it.</summary>
internal sealed class PlatformProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly string data = Directory.CreateTempSubdirectory("koko-browser-").FullName;
    private readonly ConcurrentQueue<string> output = new();
    private readonly Process process;

    private PlatformProcess(params string[] settings)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        foreach (var argument in (string[])[Metadata("PlatformAssembly"), $"--Urls={Address}", $"--Data:Path={data}", .. settings])
        {
            start.ArgumentList.Add(argument);
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
    }

    /// <summary>The folder of the platform's project.</summary>
    public static string Folder { get; } = Metadata("PlatformFolder");

    public Uri Address { get; }

    /// <summary>Where the platform writes its mails, one .eml file each.</summary>
    public string MailFolder => Path.Combine(data, "mail");

    public static async Task<PlatformProcess> StartAsync(params string[] settings)
    {
        var platform = new PlatformProcess(settings);
        platform.process.Start();
        platform.process.BeginOutputReadLine();
        platform.process.BeginErrorReadLine();
        try
        {
            await platform.ReadyAsync();
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private async Task ReadyAsync()
    {
        using var http = new SocketsHttpHandler { UseProxy = false };
        using var client = new HttpMessageInvoker(http);
        var limit = Stopwatch.StartNew();
        while (limit.Elapsed < StartLimit && !process.HasExited)
        {
            if (await AnswersAsync(client))
            {
                return;
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"The platform did not get ready:\n{string.Join('\n', output)}");
    }

    /// <summary>Whether it serves and its index has the demo world, of which conferences come last.</summary>
    private async Task<bool> AnswersAsync(HttpMessageInvoker client)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/v1/search?kind=conference&limit=1"));
            using var answer = await client.SendAsync(request, CancellationToken.None);
            using var found = answer.StatusCode == HttpStatusCode.OK ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()) : null;
            return found?.RootElement.GetProperty("total").GetInt32() > 0;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Metadata(string key) =>
        typeof(PlatformProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
