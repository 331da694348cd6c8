using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Meilisearch;

namespace KoKo.Platform.Tests.World;

/// <summary>An index of one test on the server of this run, or on one of the test's own; it goes with the test.</summary>
internal sealed class MeilisearchTestIndex(MeilisearchServer? server = null) : IAsyncDisposable
{
    private MeilisearchSearchIndex? open;

    public string Name { get; } = MeilisearchServer.NewIndex();

    private MeilisearchServer Server => server ?? MeilisearchServer.Instance;

    /// <summary>As after a restart: a process that knows nothing yet has taken its first turn.</summary>
    public async Task<MeilisearchSearchIndex> OpenAsync(GermanWords? words = null)
    {
        if (server is null)
        {
            Required.Or("meilisearch", MeilisearchServer.Missing);
        }

        open?.Dispose();
        open = new MeilisearchSearchIndex(Client(), Server.Options(Name), new WriterTurns(scopes: null), words ?? GermanWords.Curated);
        await using var turn = await open.TakeTurnAsync(TestContext.Current.CancellationToken);
        return open;
    }

    /// <summary>The server itself, past the index.</summary>
    public MeilisearchClient Client() => MeilisearchServer.Client(Server.Options(Name));

    public async ValueTask DisposeAsync()
    {
        if (open is not null)
        {
            open.Dispose();
            await DropAsync();
        }
    }

    public Task DropAsync() => Client().WriteAsync(HttpMethod.Delete, $"indexes/{Name}", body: null, CancellationToken.None);
}
