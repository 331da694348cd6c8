using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.WebUtilities;

namespace KoKo.Platform.Tests.World;

/// <summary>People sign in as people do: hub form, authorization page, code and PKCE.</summary>
public sealed partial class PlatformWorld
{
    private static readonly Uri SwaggerCallback = new("http://127.0.0.1" + OwnClients.SwaggerCallback);

    /// <summary>A member of the demo cast with all scopes, by a token of the platform's own client.</summary>
    internal Task<ApiClient> PersonAsync(Roles role, string slug) => PersonAsync(DemoTenants.Mail(role, slug), slug);

    /// <param name="slug">The tenant chosen on the authorization page; null = for herself.</param>
    internal async Task<ApiClient> PersonAsync(string mail, string? slug, string? scope = null) =>
        new(this, await TokenAsync($"person {mail} {slug} {scope}", async () => (await PersonTokensAsync(mail, slug, scope)).GetProperty("access_token").GetString()!));

    /// <summary>A fresh answer of the token endpoint, also with a refresh token when offline_access is in the scope.</summary>
    internal Task<JsonElement> PersonTokensAsync(string mail, string? slug, string? scope = null, string password = DemoWorld.Secret) =>
        PersonTokensAsync(mail, slug is null ? null : DemoIds.Tenant(slug), scope, password);

    /// <param name="tenant">A tenant that may be no part of the demo world.</param>
    internal async Task<JsonElement> PersonTokensAsync(string mail, Guid? tenant, string? scope, string password)
    {
        using var hub = new HubClient(this);
        await hub.SignInAsync(mail, password);
        var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var request = AuthorizationRequest(OwnClients.Swagger, SwaggerCallback, verifier, scope);
        var asked = await hub.GetAsync(request);
        Assert.True(asked.Status == HttpStatusCode.Redirect, asked.Html);
        var page = await hub.GetAsync(asked.Location!.ToString());
        Assert.True(page.Status == HttpStatusCode.OK, page.Html);
        var agreed = await hub.SubmitAsync(page, "/connect/authorize", ("mandant", tenant?.ToString() ?? ""), ("zustimmung", "ja"));
        Assert.True(agreed.Status == HttpStatusCode.Redirect, agreed.Html);
        return await RedeemAsync(OwnClients.Swagger, SwaggerCallback, verifier, CodeOf(agreed.Location!));
    }

    /// <summary>A browser in which a member of the demo cast is signed in.</summary>
    internal async Task<HubClient> HubAsync(Roles role, string slug) => await HubAsync(DemoTenants.Mail(role, slug));

    internal async Task<HubClient> HubAsync(string mail)
    {
        var hub = new HubClient(this);
        await hub.SignInAsync(mail);
        return hub;
    }

    internal static string AuthorizationRequest(string client, Uri callback, string verifier, string? scope, string method = "S256") =>
        QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = client,
            ["redirect_uri"] = callback.ToString(),
            ["code_challenge"] = method == "plain" ? verifier : WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = method,
            ["state"] = "a-state",
            ["scope"] = scope,
        });

    internal static string CodeOf(Uri location) => QueryHelpers.ParseQuery(location.Query)["code"].ToString();

    internal Task<JsonElement> RedeemAsync(string client, Uri callback, string verifier, string code) => AskTokenAsync(
        ("grant_type", "authorization_code"), ("client_id", client), ("redirect_uri", callback.ToString()), ("code_verifier", verifier), ("code", code));

    internal async Task<JsonElement> AskTokenAsync(params (string Name, string? Value)[] fields)
    {
        using var http = Http();
        using var form = new FormUrlEncodedContent(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value!)));
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
