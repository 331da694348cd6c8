using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace KoKo.Platform.EndToEndTests.Pages;

/// <summary>What an app asks when it sends a person to the authorization page: authorization code with PKCE.</summary>
internal static class Authorization
{
    public const string Verifier = "a-verifier-of-the-tests-that-is-long-enough-0123456789";

    /// <summary>A client of the platform itself, at which the person chooses among her memberships.</summary>
    public static AuthorizingClient OwnClient { get; } = new("koko-swagger", "http://127.0.0.1:5098/swagger/oauth2-redirect.html");

    /// <summary>A third party's app that Duisburg admitted.</summary>
    public static AuthorizingClient ReaderOfDuisburg { get; } = new("demo-reader-duisburg", "http://127.0.0.1:5099/callback");

    /// <summary>Where the app sends the person.</summary>
    public static string Of(AuthorizingClient client) => "/connect/authorize" + QueryOf(client);

    /// <summary>The page that a signed-in person is then shown.</summary>
    public static string PageOf(AuthorizingClient client) => "/autorisierung" + QueryOf(client);

    private static string QueryOf(AuthorizingClient client) => "?" + string.Join('&', new Dictionary<string, string>
    {
        ["response_type"] = "code",
        ["client_id"] = client.Id,
        ["redirect_uri"] = client.RedirectUri,
        ["scope"] = "library:read tenants:read",
        ["state"] = "from-the-app",
        ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    }.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
}

/// <summary>A client that may send people to the authorization page.</summary>
internal sealed record AuthorizingClient(string Id, string RedirectUri);
