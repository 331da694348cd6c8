using System.Security.Cryptography;
using System.Text;

namespace KoKo.Platform.Demo;

/// <summary>Fixed ids of the demo world, derived from a speaking name and shaped like random ones (version 4).</summary>
internal static class DemoIds
{
    public static Guid Of(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes("koko-demo/" + name), hash);
        var bytes = hash[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static Guid Tenant(string slug) => Of($"tenant/{slug}");

    public static Guid Account(string mail) => Of($"account/{mail}");
}
