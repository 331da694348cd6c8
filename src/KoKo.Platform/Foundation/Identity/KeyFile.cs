using System.Security.Cryptography;
using KoKo.Platform.Foundation.Data;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>The key that wraps the keys in the database, where several replicas have to share it.</summary>
internal sealed record KeyOptions
{
    public const string Section = "Keys";

    public const string Unusable = "Keys:Wrapping must be 32 random bytes in Base64, such as 'openssl rand -base64 32' prints.";

    /// <summary>Base64 of 32 bytes; without it the file in the data folder is the key.</summary>
    public string? Wrapping { get; init; }

    public byte[]? Bytes => Wrapping is null ? null : Convert.FromBase64String(Wrapping);

    public bool IsUsable => Wrapping is null || (Convert.TryFromBase64String(Wrapping, new byte[Wrapping.Length], out var length) && length == KeyFile.KeySize);
}

/// <summary>
/// Wraps the keys that lie in the database with a key that lies beside it: a copy of the database alone opens nothing.
/// The file is made once and belongs into every backup of the data folder; replicas are given the key as a setting.
/// </summary>
internal sealed class KeyFile(IOptions<DataOptions> data, IOptions<KeyOptions> options)
{
    public const int KeySize = 32;

    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly Lazy<byte[]> key = new(() => options.Value.Bytes ?? ReadOrCreate(System.IO.Path.Combine(data.Value.FullPath, "keys", "wrapping.key")));

    public byte[] Wrap(byte[] plain)
    {
        var wrapped = new byte[NonceSize + plain.Length + TagSize];
        var (nonce, cipher, tag) = Parts(wrapped);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Value, TagSize);
        aes.Encrypt(nonce, plain, cipher, tag);
        return wrapped;
    }

    public byte[] Unwrap(byte[] wrapped)
    {
        var (nonce, cipher, tag) = Parts(wrapped);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key.Value, TagSize);
        try
        {
            aes.Decrypt(nonce, cipher, tag, plain);
        }
        catch (CryptographicException exception)
        {
            throw new InvalidOperationException("keys/wrapping.key in the data folder, or Keys:Wrapping where it is set, does not open the keys in the database; restore the one that belongs to it.", exception);
        }

        return plain;
    }

    private static Layout Parts(byte[] wrapped) =>
        new(wrapped.AsSpan(0, NonceSize), wrapped.AsSpan(NonceSize..^TagSize), wrapped.AsSpan(^TagSize..));

    private static byte[] ReadOrCreate(string file)
    {
        if (!File.Exists(file))
        {
            Create(file);
        }

        var key = File.ReadAllBytes(file);
        return key.Length == KeySize ? key : throw new InvalidOperationException($"{file} is no key of {KeySize} bytes.");
    }

    private static void Create(string file)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        var part = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(part, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(KeySize));
            stream.Flush(flushToDisk: true);
        }

        // complete or not there at all, also after a kill
        File.Move(part, file);
    }

    private readonly ref struct Layout(Span<byte> nonce, Span<byte> cipher, Span<byte> tag)
    {
        private readonly Span<byte> nonce = nonce;
        private readonly Span<byte> cipher = cipher;
        private readonly Span<byte> tag = tag;

        public void Deconstruct(out Span<byte> nonce, out Span<byte> cipher, out Span<byte> tag)
        {
            nonce = this.nonce;
            cipher = this.cipher;
            tag = this.tag;
        }
    }
}
