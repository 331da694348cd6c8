using Microsoft.AspNetCore.Hosting;

namespace KoKo.Platform.Tests.World;

/// <summary>Where one platform under test keeps everything: a folder, and a database of its own. Both go with it.</summary>
internal sealed class TestData : IDisposable
{
    private readonly TestDatabase database = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("koko-tests-").FullName;

    /// <summary>What the platform has to be told.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(database.Settings) { ["Data:Path"] = Folder };

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

internal static class TestDataExtensions
{
    public static IWebHostBuilder UseData(this IWebHostBuilder host, TestData data) => host.UseSettings(data.Settings);

    public static IWebHostBuilder UseSettings(this IWebHostBuilder host, IReadOnlyDictionary<string, string?> settings)
    {
        foreach (var (name, value) in settings)
        {
            host.UseSetting(name, value);
        }

        return host;
    }
}
