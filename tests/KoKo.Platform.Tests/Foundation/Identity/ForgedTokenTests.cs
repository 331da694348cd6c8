using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace KoKo.Platform.Tests.Foundation.Identity;

/// <summary>
/// A token of ours, opened with our own keys, changed in one place and closed again: with the right encryption, which no
/// stranger has, so that it is the signature and the claims that refuse it.
/// </summary>
public sealed class ForgedTokenTests(PlatformWorld world)
{
    private OpenIddictServerOptions Keys => world.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;

    private ECDsa Signing => ((ECDsaSecurityKey)Keys.SigningCredentials[0].Key).ECDsa;

    [Fact]
    public async Task Unchanged_it_is_good() => Assert.Equal(HttpStatusCode.OK, (await CallAsync(Closed(await OpenAsync(), SignedByUs))).Status);

    [Theory]
    [InlineData("iss", "\"https://evil.example/\"")]
    [InlineData("iss", "null")]
    [InlineData("oi_tkn_id", "\"6f1d0c52-2f5e-4a0e-9a55-6a6d1f0a7b11\"")]
    public async Task Of_another_issuer_or_unknown_to_us_it_is_nobodys(string claim, string value)
    {
        var (header, payload) = await OpenAsync();
        payload[claim] = JsonNode.Parse(value);
        if (payload[claim] is null)
        {
            payload.Remove(claim);
        }

        await RefusedAsync(Closed((header, payload), SignedByUs));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("")]
    public async Task Without_a_signature_it_is_nobodys(string algorithm)
    {
        var (header, payload) = await OpenAsync();
        header["alg"] = algorithm;

        await RefusedAsync(Closed((header, payload), _ => []));
        await RefusedAsync(Text((header, payload), _ => []));
    }

    [Fact]
    public async Task Signed_with_our_public_key_as_a_secret_it_is_nobodys()
    {
        var (header, payload) = await OpenAsync();
        header["alg"] = "HS256";
        foreach (var secret in (byte[][])[Signing.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(Signing.ExportSubjectPublicKeyInfoPem())])
        {
            await RefusedAsync(Closed((header, payload), text => HMACSHA256.HashData(secret, text)));
        }
    }

    [Theory]
    [InlineData("kid", "\"../../../../../../dev/null\"")]
    [InlineData("kid", "\"' UNION SELECT 'x' --\"")]
    [InlineData("jku", "\"https://evil.example/keys\"")]
    [InlineData("x5u", "\"https://evil.example/chain\"")]
    [InlineData("jwk", "true")]
    public async Task A_header_that_points_to_another_key_is_not_followed(string name, string value)
    {
        using var theirs = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = theirs.ExportParameters(includePrivateParameters: false).Q;
        var (header, payload) = await OpenAsync();
        header[name] = name == "jwk"
            ? new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = WebEncoders.Base64UrlEncode(point.X!), ["y"] = WebEncoders.Base64UrlEncode(point.Y!) }
            : JsonNode.Parse(value);

        await RefusedAsync(Closed((header, payload), text => theirs.SignData(text, HashAlgorithmName.SHA256)));
        header["alg"] = "HS256";
        await RefusedAsync(Closed((header, payload), text => HMACSHA256.HashData(Array.Empty<byte>(), text)));
    }

    [Fact]
    public async Task Changed_after_it_was_signed_it_is_nobodys()
    {
        var (header, payload) = await OpenAsync();
        var signature = SignedByUs(Encoding.ASCII.GetBytes(Head((header, payload))));
        payload["scope"] = "library:write tenants:write";

        await RefusedAsync(Closed((header, payload), _ => signature));
    }

    [Fact]
    public async Task A_refresh_token_is_no_access_token()
    {
        var tokens = await world.PersonTokensAsync("reader@soest.example", "soest", "library:read offline_access");

        await RefusedAsync(tokens.GetProperty("refresh_token").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(tokens.GetProperty("access_token").GetString()!)).Status);
    }

    [Theory]
    [InlineData("Basic ZGVtby1zb2VzdDpkZW1vLXNlY3JldA==")]
    [InlineData("Bearer")]
    [InlineData("Bearer a b")]
    [InlineData("Bearer ....")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")]
    public async Task Another_way_to_be_somebody_is_not_there(string authorization) =>
        (await world.Anonymous.SendAsync<GetMe>(headers: ("Authorization", authorization))).Refused(HttpStatusCode.Unauthorized, "unauthenticated");

    [Fact]
    public async Task A_token_counts_in_its_header_alone()
    {
        var token = (await world.AppAsync("soest")).Token;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/v1/tenant?access_token={token}", UriKind.Relative));

        Assert.True((await world.Anonymous.SendAsync(request)).Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest);
    }

    /// <summary>Like rubbish, to the letter: what was wrong with it is told to nobody.</summary>
    private async Task RefusedAsync(string token)
    {
        var (answer, rubbish) = (await CallAsync(token), await CallAsync("rubbish"));

        answer.Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal((rubbish.Body, rubbish.Headers.WwwAuthenticate.ToString()), (answer.Body, answer.Headers.WwwAuthenticate.ToString()));
    }

    private Task<ApiAnswer> CallAsync(string token) => new ApiClient(world, token).SendAsync<GetMe>();

    private async Task<(JsonObject Header, JsonObject Payload)> OpenAsync()
    {
        var token = new JsonWebToken((await world.PersonTokensAsync("reader@soest.example", "soest", "library:read")).GetProperty("access_token").GetString());
        var inside = new JsonWebTokenHandler().DecryptToken(token, new TokenValidationParameters { TokenDecryptionKeys = Keys.EncryptionCredentials.Select(credentials => credentials.Key) }).Split('.');
        return (Parsed(inside[0]), Parsed(inside[1]));
    }

    private byte[] SignedByUs(byte[] text) => Signing.SignData(text, HashAlgorithmName.SHA256);

    private string Closed((JsonObject Header, JsonObject Payload) token, Func<byte[], byte[]> sign) => new JsonWebTokenHandler().EncryptToken(
        Text(token, sign), Keys.EncryptionCredentials[0], new Dictionary<string, object> { ["typ"] = "at+jwt" });

    private static string Text((JsonObject Header, JsonObject Payload) token, Func<byte[], byte[]> sign) =>
        $"{Head(token)}.{WebEncoders.Base64UrlEncode(sign(Encoding.ASCII.GetBytes(Head(token))))}";

    private static string Head((JsonObject Header, JsonObject Payload) token) => $"{Coded(token.Header)}.{Coded(token.Payload)}";

    private static string Coded(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));

    private static JsonObject Parsed(string part) => JsonNode.Parse(WebEncoders.Base64UrlDecode(part))!.AsObject();
}
