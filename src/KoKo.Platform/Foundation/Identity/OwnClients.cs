using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>Clients of the platform itself: no tenant admits them, the person chooses among her memberships.</summary>
internal static class OwnClients
{
    public const string Swagger = "koko-swagger";
    public const string SwaggerCallback = "/swagger/oauth2-redirect.html";

    public static async Task PrepareTokensAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        // read now, so that a missing key file stops the start instead of every sign-in
        _ = app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;

        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(TenantContext.Anonymous);
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var descriptor = SwaggerCredential(app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value);
        if (await applications.FindByClientIdAsync(Swagger, cancellationToken) is not { } known)
        {
            await applications.CreateAsync(descriptor, cancellationToken);
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            db.Add(new Client(Swagger, tenantId: null));
            await db.SaveChangesAsync(cancellationToken);
        }
        else if (!(await applications.GetRedirectUrisAsync(known, cancellationToken)).Contains(descriptor.RedirectUris.First().OriginalString))
        {
            await applications.UpdateAsync(known, descriptor, cancellationToken); // the installation has moved
        }
    }

    private static OpenIddictApplicationDescriptor SwaggerCredential(PlatformOptions platform)
    {
        var descriptor = Clients.CredentialOf("Swagger UI", new NewClient(Swagger, Secret: null, [], [
            platform.LinkTo(SwaggerCallback),
            new Uri("http://127.0.0.1" + SwaggerCallback),
            new Uri("http://localhost" + SwaggerCallback),
        ]));

        // native: on this machine the page may be served from any port (RFC 8252 7.3)
        descriptor.ApplicationType = OpenIddictConstants.ApplicationTypes.Native;
        return descriptor;
    }
}
