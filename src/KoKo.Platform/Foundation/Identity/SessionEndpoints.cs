using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>The two buttons of a session that are no page: sign out, and switch the tenant.</summary>
internal static class SessionEndpoints
{
    public const string SignOutPath = "/abmelden";
    public const string SwitchPath = "/mandant-wechseln";

    public static void MapSession(this WebApplication app)
    {
        app.MapPost(SignOutPath, SignOutAsync).ExcludeFromDescription();
        app.MapPost(SwitchPath, SwitchAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery antiforgery)
    {
        await antiforgery.DemandAsync(http);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.Redirect("/");
    }

    private static async Task<IResult> SwitchAsync(HttpContext http, IAntiforgery antiforgery, TenantContextAccessor accessor, UserManager<Account> accounts, HubSession session)
    {
        await antiforgery.DemandAsync(http);
        var account = accessor.Context.AccountId is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;
        if (account is null)
        {
            throw new ProblemException(Problems.Unauthenticated);
        }

        var asked = http.Request.Form["tenant"].ToString();
        Guid? tenant = Guid.TryParse(asked, out var parsed) ? parsed : null;
        if ((asked.Length > 0 && tenant is null) || !await session.SwitchAsync(http, account, tenant))
        {
            throw new ProblemException(Problems.NotFound);
        }

        return Results.Redirect("/");
    }

    /// <summary>Refuses a form that was not rendered for this person by us.</summary>
    public static async Task DemandAsync(this IAntiforgery antiforgery, HttpContext http)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            throw new ProblemException(Problems.MalformedRequest);
        }
    }
}
