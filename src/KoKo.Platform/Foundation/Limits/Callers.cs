using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Limits;

/// <summary>Whose limits a request counts for: its owner's, or its address's as long as nobody knows better.</summary>
internal readonly record struct Caller(Guid? Owner, IPAddress? Address);

/// <summary>
/// Guesses before authentication, which asks the database, whose a request is: as the same credential turned out to be
/// before. It decides which line a request waits in and never what it may do. What was never seen to be good counts for its
/// address, so that invented credentials make no new callers.
/// </summary>
internal sealed class Callers
{
    private const int Remembered = 20_000;

    private readonly ConcurrentDictionary<string, Guid> owners = new(StringComparer.Ordinal);

    public static Guid? OwnerOf(TenantContext context) => context.IsSignedIn ? context.Tenant?.Id ?? context.AccountId : null;

    public Caller Guess(HttpContext http) =>
        KeyOf(http) is { } key && owners.TryGetValue(key, out var owner) ? new Caller(owner, null) : new Caller(null, NetworkOf(http.Connection.RemoteIpAddress));

    /// <summary>Remembers whose the credential of this request is, or that it is nobody's any more.</summary>
    public void Learn(HttpContext http, TenantContext? context)
    {
        if (KeyOf(http) is not { } key)
        {
            return;
        }

        if (context is null || OwnerOf(context) is not { } owner)
        {
            owners.TryRemove(key, out _);
            return;
        }

        if (owners.Count >= Remembered)
        {
            owners.Clear(); // all are learned again by their next request
        }

        owners[key] = owner;
    }

    private static string? KeyOf(HttpContext http)
    {
        var given = http.Request.Path.StartsWithSegments("/v1") ? http.Request.Headers.Authorization.ToString() : http.Request.Cookies["koko"];
        return string.IsNullOrEmpty(given) ? null : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(given)));
    }

    // one IPv6 customer holds a whole /64
    private static IPAddress? NetworkOf(IPAddress? address)
    {
        if (address is not { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
