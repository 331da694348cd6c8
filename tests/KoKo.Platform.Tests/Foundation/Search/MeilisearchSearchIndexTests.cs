using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.Meilisearch;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Search;

public sealed class MeilisearchSearchIndexTests : SearchIndexContract
{
    private readonly string index = MeilisearchServer.NewIndex();
    private MeilisearchSearchIndex? open;

    public override async ValueTask DisposeAsync()
    {
        if (open is not null)
        {
            open.Dispose();
            await Client().WriteAsync(HttpMethod.Delete, $"indexes/{index}", body: null, CancellationToken.None);
        }
    }

    private protected override async Task<ISearchIndex> OpenAsync()
    {
        Required.Or("meilisearch", MeilisearchServer.Missing);
        open?.Dispose();
        open = new MeilisearchSearchIndex(Client(), MeilisearchServer.Instance.Options(index), new WriterTurns(scopes: null));
        await using var turn = await open.TakeTurnAsync(Stop);
        return open;
    }

    private MeilisearchClient Client() => MeilisearchServer.Client(MeilisearchServer.Instance.Options(index));
}
