using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Search;

public sealed class MeilisearchSearchIndexTests : SearchIndexContract
{
    private readonly MeilisearchTestIndex index = new();

    public override ValueTask DisposeAsync() => index.DisposeAsync();

    private protected override async Task<ISearchIndex> OpenAsync() => await index.OpenAsync(Words);
}
