using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>
/// /connect/authorize. A client id belongs to one admission, so a third party's app gets tokens for the admitting tenant
/// alone; at a client of the platform itself the person chooses among her memberships, or none.
/// </summary>
internal static class AuthorizationEndpoint
{
    public const string TenantField = "mandant";
    public const string ConsentField = "zustimmung";
    public const string Yes = "ja";

    public static IResult Ask(HttpContext http, TenantContextAccessor accessor) => Results.Redirect(accessor.Context.AccountId is null
        ? $"/anmelden{QueryString.Create(ReturnUrl.Parameter, http.Request.Path + http.Request.QueryString)}"
        : $"/autorisierung{http.Request.QueryString}");

    public static async Task<IResult> AnswerAsync(HttpContext http, TenantContextAccessor accessor, TenantResolver resolver, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        await antiforgery.DemandAsync(http);
        if (accessor.Context.AccountId is not { } account)
        {
            throw new ProblemException(Problems.Unauthenticated);
        }

        if (http.Request.Form[ConsentField] != Yes)
        {
            return TokenEndpoint.Refuse(Errors.AccessDenied, "The person did not agree.");
        }

        var request = http.GetOpenIddictServerRequest()!;
        var (tenant, admitted) = await GrantAsync(request.ClientId!, http.Request.Form[TenantField].ToString(), resolver, cancellationToken);
        if (admitted is null || await resolver.ResolveAsync(account.ToString(), client: null, tenant, admitted, cancellationToken) is null)
        {
            return TokenEndpoint.Refuse(Errors.AccessDenied, "The person is no member of the tenant.");
        }

        var wanted = Wanted(request.GetScopes(), admitted);
        return wanted.All(scope => scope == Scopes.OfflineAccess || admitted.Contains(scope))
            ? TokenEndpoint.SignIn(account.ToString(), tenant, wanted)
            : TokenEndpoint.Refuse(Errors.InvalidScope, "The app is not admitted with all of these scopes.");
    }

    /// <summary>What is asked for; nothing asked for is all that the client has.</summary>
    public static IReadOnlyCollection<string> Wanted(IReadOnlyCollection<string> asked, IEnumerable<string>? admitted) =>
        asked.Any(scope => scope != Scopes.OfflineAccess) ? asked : [.. asked, .. admitted ?? []];

    private static async Task<(string? Tenant, IReadOnlySet<string>? Scopes)> GrantAsync(string client, string chosen, TenantResolver resolver, CancellationToken cancellationToken)
    {
        if (await resolver.IsOwnClientAsync(client, cancellationToken))
        {
            return (chosen.Length == 0 ? null : chosen, Scope.All);
        }

        var app = await resolver.OfAppAsync(client, cancellationToken);
        return (app?.Tenant?.Id.ToString(), app?.Scopes);
    }
}
