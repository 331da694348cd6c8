using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// Opaque cursors, bound to who asked and what for: one of another tenant, or a tampered one, is 400. The position is the
/// sort value and id of the last row, so that a page is stable while rows come and go.
/// </summary>
internal sealed class Cursors(IDataProtectionProvider protection, TenantContextAccessor accessor)
{
    public string Write(string purpose, params ReadOnlySpan<string> position) =>
        WebEncoders.Base64UrlEncode(Protector(purpose).Protect(Encoding.UTF8.GetBytes(string.Join('\n', position.ToArray()))));

    public string[]? Read(string purpose, string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(Protector(purpose).Unprotect(WebEncoders.Base64UrlDecode(cursor))).Split('\n');
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            throw new ProblemException(Problems.InvalidCursor);
        }
    }

    /// <summary>The cursor of a list that is sorted by an instant and an id.</summary>
    public (DateTime At, Guid Id)? ReadInstant(string purpose, string? cursor) => Read(purpose, cursor) switch
    {
        null => null,
        [var at, var id] => (DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), Guid.Parse(id)),
        _ => throw new ProblemException(Problems.InvalidCursor),
    };

    public string WriteInstant(string purpose, DateTime at, Guid id) =>
        Write(purpose, at.ToString("O", CultureInfo.InvariantCulture), id.ToString());

    private IDataProtector Protector(string purpose)
    {
        var context = accessor.Context;
        return protection.CreateProtector("cursor", purpose, $"{context.Tenant?.Id}", $"{context.AccountId}{context.ClientId}");
    }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="NextCursor">Send it as <c>cursor</c> for the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
