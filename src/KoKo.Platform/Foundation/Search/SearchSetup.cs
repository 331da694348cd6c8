using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Search.Lucene;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Search;

internal static class SearchSetup
{
    public static WebApplicationBuilder AddSearch(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SearchOptions>().Bind(builder.Configuration.GetSection("Search")).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ISearchIndex>(services =>
            new LuceneSearchIndex(Path.Combine(services.GetRequiredService<IOptions<DataOptions>>().Value.FullPath, "search")));
        return builder;
    }
}
