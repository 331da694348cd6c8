using System.Security.Claims;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>A person at the hub: a cookie that names her account and at most one tenant, like a token.</summary>
internal sealed class HubSession(Memberships memberships)
{
    private const string StampClaim = "stamp";

    /// <summary>Signs in for the tenant, or for the first of her memberships, or for none.</summary>
    public async Task SignInAsync(HttpContext http, Account account, Guid? tenantId = null)
    {
        var mine = await memberships.ListAsync(account.Id, http.RequestAborted);
        var chosen = tenantId ?? (mine is [var first, ..] ? first.TenantId : null);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, Principal(account, chosen));
    }

    /// <returns>False where she is no member there; then nothing changes.</returns>
    public async Task<bool> SwitchAsync(HttpContext http, Account account, Guid? tenantId)
    {
        var mine = await memberships.ListAsync(account.Id, http.RequestAborted);
        if (tenantId is not null && mine.All(membership => membership.TenantId != tenantId))
        {
            return false;
        }

        await http.SignInAsync(IdentityConstants.ApplicationScheme, Principal(account, tenantId));
        return true;
    }

    /// <summary>Tells the layout who looks at the page.</summary>
    public static async Task SetCallerAsync(HttpContext http, RequestDelegate next)
    {
        var context = http.RequestServices.GetRequiredService<TenantContextAccessor>().Context;
        if (http.IsHub && context.AccountId is { } account)
        {
            var mine = await http.RequestServices.GetRequiredService<Memberships>().ListAsync(account, http.RequestAborted);
            var name = context.DisplayName.Length > 0 ? context.DisplayName : mine is [var any, ..] ? any.Name : "Mein Konto";
            var tenant = context.Tenant is { } info ? new HubTenant(info.Id, PlaceTitle.Of(info.Name)) : null;
            http.HubCaller = new HubCaller(name, tenant, [.. mine.Select(membership => new HubTenant(membership.TenantId, PlaceTitle.Of(membership.TenantName)))]);
        }

        await next(http);
    }

    /// <summary>A changed password ends every other session at its next request.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var id = cookie.Principal?.FindFirstValue("sub");
        var stamp = cookie.Principal?.FindFirstValue(StampClaim);
        await using var scope = cookie.HttpContext.RequestServices.GetRequiredService<TenantScopes>().Open(TenantContext.Anonymous);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (!Guid.TryParse(id, out var account) || !await db.Users.AnyAsync(row => row.Id == account && row.SecurityStamp == stamp, cookie.HttpContext.RequestAborted))
        {
            cookie.RejectPrincipal();
            await cookie.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    private static ClaimsPrincipal Principal(Account account, Guid? tenantId)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new Claim("sub", account.Id.ToString()));
        identity.AddClaim(new Claim(StampClaim, account.SecurityStamp ?? ""));
        if (tenantId is { } tenant)
        {
            identity.AddClaim(new Claim(TenantResolution.TenantClaim, tenant.ToString()));
        }

        return new ClaimsPrincipal(identity);
    }
}
