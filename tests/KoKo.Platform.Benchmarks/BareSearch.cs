using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Benchmarks;

/// <summary>The least that could answer: a Kestrel handler that asks the same index the same question and writes the hits.</summary>
internal sealed class BareSearch(WebApplication app) : IAsyncDisposable
{
    public Uri Address => new(app.Urls.Single());

    public static async Task<BareSearch> StartAsync(ISearchIndex index, IReadOnlyList<string> audiences, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async http =>
        {
            var query = new SearchQuery { Text = http.Request.Query["q"], Limit = SearchComparison.PageSize };
            var results = await index.SearchAsync(audiences, query, http.RequestAborted);
            await http.Response.WriteAsJsonAsync(results, http.RequestAborted);
        });
        await app.StartAsync(cancellationToken);
        return new BareSearch(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
