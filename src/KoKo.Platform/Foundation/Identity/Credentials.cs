using Microsoft.AspNetCore.Identity;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>Checks mail and password. Every "no" is the same and takes the same time: it never says which accounts exist.</summary>
internal sealed class Credentials(UserManager<Account> accounts, IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new("nobody@koko-platform.example");
    private static readonly Lazy<string> HashOfNobody = new(() => new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    public async Task<Account?> VerifyAsync(string? mail, string? password)
    {
        var account = string.IsNullOrWhiteSpace(mail) ? null : await accounts.FindByEmailAsync(mail.Trim());
        var result = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? HashOfNobody.Value, password ?? "");
        if (account?.PasswordHash is null || await accounts.IsLockedOutAsync(account))
        {
            return null;
        }

        if (result == PasswordVerificationResult.Failed)
        {
            await accounts.AccessFailedAsync(account);
            return null;
        }

        await accounts.ResetAccessFailedCountAsync(account);
        return account;
    }
}
