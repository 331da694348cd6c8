namespace KoKo.Platform.Features.Mediators.Profiles;

/// <summary>What a profile says; codes are those of the vocabularies.</summary>
internal sealed record ProfileContent
{
    /// <summary>How the person wants to be called, such as Mediatorin.</summary>
    public string? TitleForm { get; init; }

    public string? Organisation { get; init; }

    public string Role { get; init; } = "mediator";

    public string? Bio { get; init; }

    public IReadOnlyList<Qualification> Qualifications { get; init; } = [];

    public IReadOnlyList<LanguageSkill> Languages { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Keys of Länder (2 digits) and Kreise (5 digits).</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public bool Online { get; init; }

    public int? RadiusKm { get; init; }

    public string? FeeBand { get; init; }
}

/// <param name="Code">BCP 47, such as de or tr.</param>
/// <param name="Level">a1 to c2, or native.</param>
internal sealed record LanguageSkill(string Code, string Level);
