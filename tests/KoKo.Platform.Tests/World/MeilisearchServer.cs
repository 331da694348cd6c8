using KoKo.Platform.Foundation.Search.Meilisearch;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Tests.World;

/// <summary>
/// A Meilisearch of our own for this run, on a free port of this machine and in a temporary folder; or the one that
/// KOKO_TEST_MEILISEARCH names by its address, with its key in KOKO_TEST_MEILISEARCH_KEY. Each test has indexes of its own.
/// </summary>
internal sealed class MeilisearchServer(Uri address, string key)
{
    private static readonly Lazy<(MeilisearchServer? Server, string? Missing)> Shared = new(Find);

    private static int counter;

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? Missing => Shared.Value.Missing;

    public static MeilisearchServer Instance => Shared.Value.Server ?? throw new InvalidOperationException(Missing);

    /// <summary>A name that no other test and no other run has.</summary>
    public static string NewIndex() => $"koko_{Environment.ProcessId}_{Interlocked.Increment(ref counter)}_{Guid.NewGuid():N}"[..40];

    /// <summary>What a platform is told that is to use an index of it.</summary>
    public IReadOnlyDictionary<string, string?> Settings(string index) => new Dictionary<string, string?>
    {
        ["Search:Engine"] = "meilisearch",
        ["Search:Meilisearch:Url"] = address.ToString(),
        ["Search:Meilisearch:Key"] = key,
        ["Search:Meilisearch:Index"] = index,
        ["Search:Meilisearch:SearchTimeout"] = "00:00:20", // many tests share the machine
    };

    /// <summary>As the platform speaks to it, whatever else is asked of it.</summary>
    public IOptions<MeilisearchOptions> Options(string index) => Microsoft.Extensions.Options.Options.Create(new MeilisearchOptions
    {
        Url = address.ToString(),
        Key = key,
        Index = index,
        SearchTimeout = TimeSpan.FromSeconds(20),
    });

    public static MeilisearchClient Client(IOptions<MeilisearchOptions> options) =>
        new(new HttpClient(OpenApiCheck.Handler(new SocketsHttpHandler { UseProxy = false })), options);

    private static (MeilisearchServer? Server, string? Missing) Find()
    {
        if (Environment.GetEnvironmentVariable("KOKO_TEST_MEILISEARCH") is { Length: > 0 } given)
        {
            return (new MeilisearchServer(new Uri(given), Environment.GetEnvironmentVariable("KOKO_TEST_MEILISEARCH_KEY") ?? ""), null);
        }

        if (MeilisearchProcess.Missing is { } missing)
        {
            return (null, missing);
        }

        var process = new MeilisearchProcess();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process.Dispose();
        process.Start();
        return (process.Server, null);
    }
}
