namespace KoKo.Platform.Features.Network;

internal static class NetworkSetup
{
    public static WebApplicationBuilder AddNetwork(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<NetworkSearch>();
        builder.Services.AddScoped<VisibleHits>();
        return builder;
    }
}
