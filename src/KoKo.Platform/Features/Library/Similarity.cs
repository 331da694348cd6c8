using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Library;

/// <summary>When two practices are alike: a comparable Kommune, and a comparable pattern of the conflict.</summary>
internal static class Similarity
{
    /// <summary>What a shared code counts. What the conflict was about comes first, then who and where.</summary>
    public static IReadOnlyDictionary<string, int> Weights { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [Vocabulary.Topic.Name] = 5,
        [Vocabulary.ConflictType.Name] = 3,
        [Vocabulary.ConflictLevel.Name] = 2,
        [Vocabulary.PartyType.Name] = 1,
        [Vocabulary.Method.Name] = 1,
        [Vocabulary.MunicipalityType.Name] = 3,
        [Vocabulary.PopulationClass.Name] = 3,
        [Vocabulary.SpatialType.Name] = 2,
        [Vocabulary.LandKey.Name] = 1,
    };

    /// <summary>A comparable Kommune alone is no similar case.</summary>
    private static readonly string[] Needed = [Vocabulary.Topic.Name, Vocabulary.ConflictType.Name];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> FacetsOf(ReleasedContent content) =>
        PracticeFacets.Of(content).Where(facet => Weights.ContainsKey(facet.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>What both have, weightiest first; nothing where they are not alike.</summary>
    public static IReadOnlyList<SimilarityReasonResponse> ReasonsOf(IReadOnlyDictionary<string, IReadOnlyList<string>> wanted, ReleasedContent other)
    {
        var shared = FacetsOf(other)
            .Where(facet => wanted.ContainsKey(facet.Key))
            .Select(facet => (Facet: facet.Key, Codes: facet.Value.Intersect(wanted[facet.Key], StringComparer.Ordinal).ToList()))
            .Where(facet => facet.Codes.Count > 0)
            .ToList();
        return shared.Any(facet => Needed.Contains(facet.Facet))
            ? [.. shared.OrderByDescending(facet => WeightOf(facet.Facet, facet.Codes.Count)).Select(facet => ReasonOf(facet.Facet, facet.Codes))]
            : [];
    }

    public static int WeightOf(IEnumerable<SimilarityReasonResponse> reasons) => reasons.Sum(reason => WeightOf(reason.Facet, reason.Codes.Count));

    private static int WeightOf(string facet, int codes) => Weights[facet] * codes;

    private static SimilarityReasonResponse ReasonOf(string facet, IReadOnlyList<string> codes)
    {
        var vocabulary = Vocabulary.All[facet];
        return new SimilarityReasonResponse(facet, codes, $"{vocabulary.Title}: {string.Join(", ", codes.Select(vocabulary.LabelOf))}");
    }
}
