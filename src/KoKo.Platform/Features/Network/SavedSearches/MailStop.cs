using System.Security.Cryptography;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Network.SavedSearches;

/// <summary>
/// Ends the mails of one member by the link in them, without a sign-in. The link names the membership and cannot be made by
/// anybody else; all it can do is switch off, and so it is good for as long as the mail is kept.
/// </summary>
internal sealed class MailStop(IDataProtectionProvider protection, TenantScopes scopes, TimeProvider clock)
{
    private const string Path = "/gemerkte-suchen/abbestellen/";
    private const int IdLength = 16;

    private readonly IDataProtector protector = protection.CreateProtector("saved-search-mails");

    public string PathOf(Guid tenant, Guid account) =>
        Path + WebEncoders.Base64UrlEncode(protector.Protect([.. tenant.ToByteArray(), .. account.ToByteArray()]));

    /// <summary>Whether mails still come; null where the token is none of ours.</summary>
    public async Task<bool?> IsOnAsync(string token, CancellationToken cancellationToken) => await InsideAsync(
        token, (mailed, _) => mailed.AnyAsync(cancellationToken), cancellationToken);

    /// <returns>False where the token is none of ours.</returns>
    public async Task<bool> StopAsync(string token, CancellationToken cancellationToken) => await InsideAsync(
        token,
        (mailed, db) => db.InTransactionAsync(
            async () =>
            {
                var searches = await mailed.ToListAsync(cancellationToken);
                searches.ForEach(saved => saved.Change(saved.Name, notify: false, clock.GetUtcNow().UtcDateTime));
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken),
        cancellationToken) is true;

    private async Task<bool?> InsideAsync(string token, Func<IQueryable<SavedSearch>, PlatformDb, Task<bool>> work, CancellationToken cancellationToken)
    {
        if (Read(token) is not (var tenant, var account))
        {
            return null;
        }

        await using var scope = await scopes.OpenAsync(new Owner(OwnerKind.Tenant, tenant), cancellationToken);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        return await work(db.SavedSearches.Where(saved => saved.AccountId == account && saved.Notify), db);
    }

    private (Guid Tenant, Guid Account)? Read(string token)
    {
        try
        {
            var ids = protector.Unprotect(WebEncoders.Base64UrlDecode(token));
            return (new Guid(ids.AsSpan(0, IdLength)), new Guid(ids.AsSpan(IdLength)));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>Answers the button of the page and the mail program's one click alike; neither has a session.</summary>
internal static class MailStopEndpoint
{
    // before the page at the same address, which only shows
    private const int BeforePages = -1;

    public static void MapMailStop(this WebApplication app) =>
        app.MapPost("/gemerkte-suchen/abbestellen/{token}", AnswerAsync).WithOrder(BeforePages).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(string token, HttpContext http, MailStop stop, CancellationToken cancellationToken)
    {
        if (!await stop.StopAsync(token, cancellationToken))
        {
            throw new ProblemException(Problems.NotFound);
        }

        // a mail program follows no redirect (RFC 8058 3.1)
        var isMailProgram = http.Request.HasFormContentType && (await http.Request.ReadFormAsync(cancellationToken)).ContainsKey("List-Unsubscribe");
        return isMailProgram ? Results.Text("Die E-Mails sind abbestellt.") : Results.Redirect(http.Request.Path);
    }
}
