using KoKo.Platform.Features.Network.SavedSearches;

namespace KoKo.Platform.Features.Network;

internal static class NetworkSetup
{
    public static WebApplicationBuilder AddNetwork(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<NetworkSearch>();
        builder.Services.AddScoped<VisibleHits>();
        builder.Services.AddScoped<SearchNews>();
        builder.Services.AddSingleton<MailStop>();
        builder.Services.AddSingleton<SearchNewsLetter>();
        return builder;
    }
}
