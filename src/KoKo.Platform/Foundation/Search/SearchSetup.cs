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
        builder.Services.AddSingleton<ReleasedDocuments>();
        builder.Services.AddSingleton<SearchIndexer>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SearchIndexer>());
        foreach (var source in typeof(ISearchDocumentSource).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISearchDocumentSource))))
        {
            builder.Services.AddScoped(typeof(ISearchDocumentSource), source);
        }

        return builder;
    }
}
