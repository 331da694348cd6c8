using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Lucene;

namespace KoKo.Platform.Tests.Foundation.Search.Quality;

public sealed class LuceneSearchQualityTests : SearchQualityContract
{
    private readonly string path = Directory.CreateTempSubdirectory("koko-quality-").FullName;
    private LuceneSearchIndex? open;

    private protected override string Engine => SearchOptions.Lucene;

    public override ValueTask DisposeAsync()
    {
        open?.Dispose();
        Directory.Delete(path, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected override Task<ISearchIndex> OpenAsync()
    {
        open = new LuceneSearchIndex(path, GermanWords.Curated);
        return Task.FromResult<ISearchIndex>(open);
    }
}
