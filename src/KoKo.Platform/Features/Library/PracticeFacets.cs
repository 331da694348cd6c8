using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Library;

/// <summary>
/// By which codes a released practice is found, counted and compared. They come from the released row alone, so that what the
/// row leaves out of a place is in no facet and no reason either.
/// </summary>
internal static class PracticeFacets
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(ReleasedContent content) =>
        All(content).Where(facet => facet.Value.Count > 0).ToDictionary(StringComparer.Ordinal);

    /// <summary>The band of a number of months: a code of the vocabulary <c>duration</c>.</summary>
    public static string? DurationOf(int? months) => months switch
    {
        null => null,
        <= 3 => "up_to_3",
        <= 6 => "4_6",
        <= 12 => "7_12",
        <= 24 => "13_24",
        _ => "over_24",
    };

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> All(ReleasedContent content) =>
    [
        new(Vocabulary.PracticeKind.Name, [content.Kind]),
        new(Vocabulary.Topic.Name, content.Topics),
        new(Vocabulary.Method.Name, content.Methods),
        new(Vocabulary.ConflictLevel.Name, One(content.ConflictLevel)),
        new(Vocabulary.ConflictType.Name, content.ConflictTypes),
        new(Vocabulary.PartyType.Name, [.. content.Parties.Select(party => party.Type).Distinct(StringComparer.Ordinal)]),
        new(Vocabulary.ResultStatus.Name, One(content.ResultStatus)),
        new(Vocabulary.MunicipalityType.Name, One(content.MunicipalityType)),
        new(Vocabulary.PopulationClass.Name, One(content.PopulationClass)),
        new(Vocabulary.LandKey.Name, One(content.LandKey)),
        new(Vocabulary.SpatialType.Name, One(content.SpatialType)),
        new(Vocabulary.CostBand.Name, One(content.CostBand)),
        new(Vocabulary.Duration.Name, One(DurationOf(content.DurationMonths))),
        new(Vocabulary.Language.Name, [content.Language]),
    ];

    private static string[] One(string? code) => code is null ? [] : [code];
}
