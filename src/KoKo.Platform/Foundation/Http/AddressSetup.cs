using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Http;

/// <summary>Where the platform is reached: its public address, and the proxies that may speak for a caller.</summary>
internal static class AddressSetup
{
    public static WebApplicationBuilder AddAddresses(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PlatformOptions>().BindConfiguration(PlatformOptions.Section)
            .Validate<IHostEnvironment>((options, environment) => options.BaseUrl is not null || environment.IsDevelopment(), PlatformOptions.Missing)
            .Validate(options => options.BaseUrl is null || options.IsUsable, PlatformOptions.Unusable)
            .ValidateOnStart();
        builder.Services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section)
            .Validate(options => options.IsReadable, "Proxies:Known holds something else than addresses (192.168.1.7) and networks (10.0.0.0/8), separated by commas.")
            .ValidateOnStart();

        // after everything else: ASPNETCORE_FORWARDEDHEADERS_ENABLED would trust every peer
        builder.Services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IOptions<ProxyOptions>>(TrustOnlyKnown);
        return builder;
    }

    public static WebApplication UseKnownProxies(this WebApplication app)
    {
        app.UseForwardedHeaders();
        return app;
    }

    private static void TrustOnlyKnown(ForwardedHeadersOptions headers, IOptions<ProxyOptions> proxies)
    {
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        headers.ForwardedHeaders = ForwardedHeaders.None;
        if (!proxies.Value.Entries.Any())
        {
            return;
        }

        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        headers.ForwardLimit = null; // ends at the first address that is not known
        foreach (var address in proxies.Value.Addresses)
        {
            headers.KnownProxies.Add(address);
        }

        foreach (var network in proxies.Value.Networks)
        {
            headers.KnownIPNetworks.Add(network);
        }
    }
}
