using System.Security.Cryptography;
using System.Text;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.WebUtilities;

namespace KoKo.Platform.Foundation.Invitations;

/// <summary>
/// Lookup without content for a one-time link: the hash of its token leads to a tenant and a subject there, before
/// anybody is signed in. The token itself is stored nowhere.
/// </summary>
internal sealed class Ticket(string tokenHash, Guid tenantId, string kind, Guid subjectId, DateTime expiresAt) : IGlobal
{
    public string TokenHash { get; private set; } = tokenHash;

    public Guid TenantId { get; private set; } = tenantId;

    public string Kind { get; private set; } = kind;

    public Guid SubjectId { get; private set; } = subjectId;

    public DateTime ExpiresAt { get; private set; } = expiresAt;

    public static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
