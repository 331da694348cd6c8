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
            : Refuse(Errors.UnsupportedGrantType, "This grant type is not supported.");
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

        return SignIn(request.ClientId!, tenantId: null, asked.Length == 0 ? admitted : asked);
    }

    private static IResult SignIn(string subject, Guid? tenantId, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(Claims.Subject, subject);
        identity.SetClaim(TenantResolution.TenantClaim, tenantId?.ToString());
        identity.SetScopes(scopes);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static IResult Refuse(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
}
