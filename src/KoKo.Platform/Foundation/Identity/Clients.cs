using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>What a tenant admits an app with. Without a secret the client is public and may only use code + PKCE.</summary>
internal sealed record NewClient(
    string ClientId,
    string? Secret,
    IReadOnlyCollection<string> Scopes,
    IReadOnlyCollection<Uri> RedirectUris,
    bool MayReleaseOwnSubmissions = false);

/// <summary>
/// Admits apps. A client id belongs to one admission and so to one tenant; the rows of OpenIddict are the credential
/// alone (secret, redirect addresses), what the app may do is read from the admission each time.
/// </summary>
internal static class Clients
{
    /// <param name="services">Any provider; the work is done in a scope of the tenant.</param>
    public static async Task AdmitAsync(IServiceProvider services, Owner tenant, App app, NewClient client, CancellationToken cancellationToken)
    {
        await using var scope = await services.GetRequiredService<TenantScopes>().OpenAsync(tenant, cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (await db.Apps.FindAsync([app.Id], cancellationToken) is null)
        {
            db.Add(app);
        }

        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        db.Add(new Client(client.ClientId, tenant.Id));
        db.Add(new AppAdmission(tenant.Id, app.Id, client.ClientId, client.Scopes, now, client.MayReleaseOwnSubmissions));
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(CredentialOf(app.Name, client), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public static OpenIddictApplicationDescriptor CredentialOf(string name, NewClient client)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            ClientId = client.ClientId,
            ClientSecret = client.Secret,
            ClientType = client.Secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Explicit,
            DisplayName = name,
            Permissions = { Permissions.Endpoints.Token, Permissions.Endpoints.Revocation },
        };
        if (client.Secret is not null)
        {
            descriptor.Permissions.Add(Permissions.GrantTypes.ClientCredentials);
        }

        if (client.RedirectUris.Count > 0)
        {
            descriptor.RedirectUris.UnionWith(client.RedirectUris);
            descriptor.Permissions.UnionWith([Permissions.Endpoints.Authorization, Permissions.ResponseTypes.Code, Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken]);
            descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        }

        return descriptor;
    }
}
