using System.Security.Cryptography;
using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>
/// Gives the token server its keys. An elliptic curve and a symmetric key, because both are made in a millisecond,
/// where RSA keeps the first request waiting for seconds.
/// </summary>
internal sealed class TokenKeys(IServiceScopeFactory scopes, KeyFile file, TimeProvider clock) : IConfigureOptions<OpenIddictServerOptions>
{
    public void Configure(OpenIddictServerOptions options)
    {
        var curve = ECDsa.Create();
        curve.ImportECPrivateKey(ReadOrCreate("signing", NewSigningKey), out _);
        options.SigningCredentials.Add(new SigningCredentials(new ECDsaSecurityKey(curve), SecurityAlgorithms.EcdsaSha256));

        var secret = new SymmetricSecurityKey(ReadOrCreate("encryption", () => RandomNumberGenerator.GetBytes(32)));
        options.EncryptionCredentials.Add(new EncryptingCredentials(secret, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    private static byte[] NewSigningKey()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return curve.ExportECPrivateKey();
    }

    private byte[] ReadOrCreate(string name, Func<byte[]> create) =>
        Read(name) ?? TryAdd(name, create()) ?? Read(name) ?? throw new InvalidOperationException($"The key '{name}' can neither be read nor stored.");

    private byte[]? Read(string name)
    {
        using var scope = scopes.CreateScope();
        var key = scope.ServiceProvider.GetRequiredService<PlatformDb>().SigningKeys.AsNoTracking().SingleOrDefault(key => key.Name == name);
        return key is null ? null : file.Unwrap(key.Wrapped);
    }

    private byte[]? TryAdd(string name, byte[] plain)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        db.Add(new SigningKey(name, file.Wrap(plain), clock.GetUtcNow().UtcDateTime));
        try
        {
            db.SaveChanges();
            return plain;
        }
        catch (DbUpdateException)
        {
            return null; // another replica was first; hers counts
        }
    }
}
