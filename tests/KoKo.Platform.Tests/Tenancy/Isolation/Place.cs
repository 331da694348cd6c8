using KoKo.Platform.Tests.Contract;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>What a stranger's identifier must get at a place, beside what a random one gets.</summary>
internal enum PlaceRule
{
    /// <summary>Nothing more.</summary>
    LikeRandom,

    /// <summary>Nothing more, and no answer repeats it.</summary>
    Ignored,

    /// <summary>404 where the caller may call at all.</summary>
    NotFound,

    /// <summary>404 or 422.</summary>
    NotFoundOrInvalid,

    /// <summary>400.</summary>
    InvalidCursor,
}

/// <summary>A place of an operation that takes an identifier, and what of B is tried there.</summary>
/// <param name="IsPlane">Whether it names an item, so that one that was released to the caller is rightly found.</param>
internal sealed record Place(ApiOperation Operation, string Name, PlaceRule Rule, IReadOnlyList<Identifier> Values, Func<string, ProbeCall> With, bool IsPlane = false)
{
    public override string ToString() => $"{Operation.Name}, {Name}";
}
