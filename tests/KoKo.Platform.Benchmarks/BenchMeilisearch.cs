using KoKo.Platform.Foundation.Search.Meilisearch;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Benchmarks;

/// <summary>The server that a benchmark may use, if one is named.</summary>
internal static class BenchMeilisearch
{
    private const string Variable = "KOKO_TEST_MEILISEARCH";
    private const string Raw = "koko_bench_raw";

    /// <returns>Null where no server is named; the output says so.</returns>
    public static async Task<IOptions<MeilisearchOptions>?> OptionsAsync(TextWriter output, string index = "koko_bench")
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } url)
        {
            await output.WriteLineAsync($"Without Meilisearch: {Variable} names no server (its key in {Variable}_KEY).");
            return null;
        }

        return Options.Create(new MeilisearchOptions { Url = url, Key = Environment.GetEnvironmentVariable($"{Variable}_KEY") ?? "", Index = index, SearchTimeout = TimeSpan.FromSeconds(20) });
    }

    public static MeilisearchClient Client(IOptions<MeilisearchOptions> options) => new(new HttpClient(new SocketsHttpHandler { UseProxy = false }), options);

    /// <summary>Fills an index and waits until all of it can be searched.</summary>
    public static async Task LoadAsync<T>(MeilisearchClient client, string index, object settings, IEnumerable<T> rows, int atOnce, CancellationToken cancellationToken)
    {
        await client.WaitAsync(await client.BeginAsync(HttpMethod.Delete, $"indexes/{index}", body: null, cancellationToken), cancellationToken, tolerated: "index_not_found");
        await client.WriteAsync(HttpMethod.Patch, $"indexes/{index}/settings", settings, cancellationToken);
        List<WrittenTask> tasks = [];
        foreach (var some in rows.Chunk(atOnce))
        {
            tasks.Add(await client.BeginAsync(HttpMethod.Post, $"indexes/{index}/documents?primaryKey=id", some, cancellationToken));
        }

        foreach (var task in tasks)
        {
            await client.WaitAsync(task, cancellationToken);
        }
    }

    /// <summary>The texts as they are, asked without anything of ours: what somebody gets who uses the server alone.</summary>
    public static async Task<(HttpClient Client, Uri[] Paths)?> AloneAsync(IReadOnlyList<BenchText> texts, int clients, int hits, TextWriter output, CancellationToken cancellationToken)
    {
        if (await OptionsAsync(output) is not { } options)
        {
            return null;
        }

        await LoadAsync(Client(options), Raw, new { searchableAttributes = (string[])["title", "body"] }, texts.Select(text => new { id = text.Id, text.Title, text.Body }), atOnce: 1_000, cancellationToken);
        var client = Load.Client(new Uri(options.Value.Url), clients);
        client.DefaultRequestHeaders.Authorization = new("Bearer", options.Value.Key);
        return (client, [.. TextsQuery.All.Select(query => new Uri($"/indexes/{Raw}/search?q={Uri.EscapeDataString(query.Text)}&limit={hits}&attributesToRetrieve=title", UriKind.Relative))]);
    }
}
