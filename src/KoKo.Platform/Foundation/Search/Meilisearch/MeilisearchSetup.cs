using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

internal static class MeilisearchSetup
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static void AddMeilisearch(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<MeilisearchOptions>()
            .Bind(builder.Configuration.GetSection(MeilisearchOptions.Section))
            .PostConfigure<IHostEnvironment>((options, environment) => options.AllowsOpenServer = environment.IsDevelopment())
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddHttpClient(MeilisearchOptions.Section)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime, UseProxy = false })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers(); // one line per search would be one too many
        builder.Services.AddSingleton(services => new MeilisearchClient(
            services.GetRequiredService<IHttpClientFactory>().CreateClient(MeilisearchOptions.Section), services.GetRequiredService<IOptions<MeilisearchOptions>>()));
        var isAlone = builder.Configuration.GetValue<DatabaseProvider>("Database:Provider") == DatabaseProvider.Sqlite;
        builder.Services.AddSingleton(services => new WriterTurns(isAlone ? null : services.GetRequiredService<TenantScopes>()));
        builder.Services.AddSingleton<ISearchIndex, MeilisearchSearchIndex>();
        builder.Services.AddSingleton<MeilisearchGuard>();
    }
}
