using System.Security.Cryptography;
using System.Text;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>What an identifier looks like; the random one of the oracle looks the same.</summary>
internal enum Shape
{
    Id,
    Word,
    Token,
    Number,
    Date,
    Instant,
    Version,
}

/// <summary>Something by which somebody could ask for a row of a tenant.</summary>
/// <param name="Kind">Where it was found, such as Practice.Id.</param>
internal sealed record Identifier(Shape Shape, string Kind, string Value)
{
    private const string NobodysWord = "quxvlwzkpj";

    public static string RandomId { get; } = Guid.NewGuid().ToString();

    /// <summary>An identifier of the same shape that nobody has.</summary>
    /// <param name="canary">What makes a word the tenant's.</param>
    public string Random(string canary) => Shape switch
    {
        Shape.Id => RandomId,
        Shape.Number => "4711",
        Shape.Date => "2071-11-23",
        Shape.Instant => "2071-11-23T08:00:00Z",
        Shape.Version => "\"4711\"",
        Shape.Token => string.Concat(Enumerable.Repeat(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Value))), (Value.Length / 64) + 1))[..Value.Length],
        _ => Value.Replace(canary, NobodysWord, StringComparison.OrdinalIgnoreCase),
    };

    public override string ToString() => $"{Kind} {Value}";
}
