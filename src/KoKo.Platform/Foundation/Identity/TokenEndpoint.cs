using System.Security.Claims;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>
/// POST /connect/token. A token names an account or a client, its scopes and at most one tenant; rights are not in it,
/// they are read at every request.
/// </summary>
internal static class TokenEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext http, TenantResolver resolver, CancellationToken cancellationToken)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The token server did not see this request.");
        return request.IsClientCredentialsGrantType()
            ? await ForAppAsync(request, resolver, cancellationToken)
            : await ForPersonAsync(http, request, resolver, cancellationToken);
    }

    /// <summary>A person's claims, from the code or refresh token that the server has already checked and redeemed.</summary>
    private static async Task<IResult> ForPersonAsync(HttpContext http, OpenIddictRequest request, TenantResolver resolver, CancellationToken cancellationToken)
    {
        var result = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var granted = result.Principal ?? throw new InvalidOperationException("The token server did not check this grant.");
        var (subject, tenant) = (granted.GetClaim(Claims.Subject), granted.GetClaim(TenantResolution.TenantClaim));
        if (await resolver.ResolveAsync(subject, request.ClientId, tenant, granted.GetScopes().ToHashSet(StringComparer.Ordinal), cancellationToken) is null)
        {
            return Refuse(Errors.InvalidGrant, "The membership or the admission is gone.");
        }

        // all claims are carried on: the family of the refresh token is among them
        var identity = new ClaimsIdentity(granted.Claims, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        if (request.IsRefreshTokenGrantType() && request.GetScopes() is { Length: > 0 } narrower)
        {
            identity.SetScopes(narrower);
        }

        return SignIn(identity);
    }

    private static async Task<IResult> ForAppAsync(OpenIddictRequest request, TenantResolver resolver, CancellationToken cancellationToken)
    {
        if (await resolver.OfAppAsync(request.ClientId!, cancellationToken) is not { Scopes: { } admitted })
        {
            return Refuse(Errors.InvalidClient, "The app is not admitted.");
        }

        var asked = request.GetScopes();
        if (asked.Any(scope => !admitted.Contains(scope)))
        {
            return Refuse(Errors.InvalidScope, "The app is not admitted with all of these scopes.");
        }

        return SignIn(request.ClientId!, tenant: null, asked.Length == 0 ? admitted : asked);
    }

    public static IResult SignIn(string subject, string? tenant, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Subject, subject);
        identity.SetClaim(TenantResolution.TenantClaim, tenant);
        identity.SetScopes(scopes);
        return SignIn(identity);
    }

    private static IResult SignIn(ClaimsIdentity identity)
    {
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    public static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
