using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Lucene;
using KoKo.Platform.Foundation.Search.Meilisearch;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Search;

internal static class SearchSetup
{
    public static WebApplicationBuilder AddSearch(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SearchOptions>().Bind(builder.Configuration.GetSection("Search")).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => new GermanWords(Path.Combine(DataPath(services), "words")));
        if (builder.Configuration["Search:Engine"] == SearchOptions.Meilisearch)
        {
            builder.AddMeilisearch();
        }
        else
        {
            builder.Services.AddSingleton<ISearchIndex>(services =>
                new LuceneSearchIndex(Path.Combine(DataPath(services), "search"), services.GetRequiredService<GermanWords>()));
        }

        builder.Services.AddSingleton<ReleasedDocuments>();
        builder.Services.AddScoped<IndexLag>();
        builder.Services.AddSingleton<SearchIndexer>();
        builder.Services.AddHostedService(services => services.GetRequiredService<SearchIndexer>());
        foreach (var source in typeof(ISearchDocumentSource).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(ISearchDocumentSource))))
        {
            builder.Services.AddScoped(typeof(ISearchDocumentSource), source);
        }

        return builder;
    }

    private static string DataPath(IServiceProvider services) => services.GetRequiredService<IOptions<DataOptions>>().Value.FullPath;

    /// <returns>False where the platform must not work with this search engine; the output says why.</returns>
    public static async Task<bool> SearchIsGuardedAsync(this WebApplication app, TextWriter output, CancellationToken cancellationToken) =>
        app.Services.GetService<MeilisearchGuard>() is not { } guard || await guard.IsPassedAsync(output, cancellationToken);
}
