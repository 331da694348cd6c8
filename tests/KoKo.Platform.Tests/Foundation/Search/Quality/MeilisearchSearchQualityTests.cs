using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Search.Quality;

public sealed class MeilisearchSearchQualityTests : SearchQualityContract
{
    private MeilisearchTestIndex? open;

    private protected override string Engine => SearchOptions.Meilisearch;

    public override async ValueTask DisposeAsync()
    {
        if (open is not null)
        {
            await open.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private protected override async Task<ISearchIndex> OpenAsync()
    {
        open = new MeilisearchTestIndex();
        return await open.OpenAsync();
    }
}
