using FluentValidation;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Network;

/// <summary>A text and filters: what is searched, wherever it comes from and however it is shown.</summary>
public record SearchCriteria
{
    /// <summary>The text, at most 1000 characters.</summary>
    public string? Q { get; init; }

    /// <summary>practice, mediator or conference.</summary>
    public IReadOnlyList<string>? Kind { get; init; }

    /// <summary>Codes of the vocabulary practiceKind: what kind of document it is.</summary>
    public IReadOnlyList<string>? PracticeKind { get; init; }

    /// <summary>Codes of the vocabulary topic.</summary>
    public IReadOnlyList<string>? Topic { get; init; }

    /// <summary>Codes of the vocabulary method.</summary>
    public IReadOnlyList<string>? Method { get; init; }

    /// <summary>Codes of the vocabulary conflictLevel.</summary>
    public IReadOnlyList<string>? ConflictLevel { get; init; }

    /// <summary>Codes of the vocabulary conflictType.</summary>
    public IReadOnlyList<string>? ConflictType { get; init; }

    /// <summary>Codes of the vocabulary partyType.</summary>
    public IReadOnlyList<string>? PartyType { get; init; }

    /// <summary>Codes of the vocabulary resultStatus.</summary>
    public IReadOnlyList<string>? ResultStatus { get; init; }

    /// <summary>Codes of the vocabulary municipalityType: the kind of Kommune.</summary>
    public IReadOnlyList<string>? MunicipalityType { get; init; }

    /// <summary>Codes of the vocabulary populationClass.</summary>
    public IReadOnlyList<string>? PopulationClass { get; init; }

    /// <summary>Keys of a Land, two digits.</summary>
    public IReadOnlyList<string>? LandKey { get; init; }

    /// <summary>Codes of the vocabulary costBand.</summary>
    public IReadOnlyList<string>? CostBand { get; init; }

    /// <summary>Codes of the vocabulary duration: how long it took.</summary>
    public IReadOnlyList<string>? Duration { get; init; }

    /// <summary>Codes of the vocabulary language.</summary>
    public IReadOnlyList<string>? Language { get; init; }

    /// <summary>The filters by facet, apart from the kind.</summary>
    internal IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Filters() =>
    [
        new("practiceKind", PracticeKind ?? []),
        new("topic", Topic ?? []),
        new("method", Method ?? []),
        new("conflictLevel", ConflictLevel ?? []),
        new("conflictType", ConflictType ?? []),
        new("partyType", PartyType ?? []),
        new("resultStatus", ResultStatus ?? []),
        new("municipalityType", MunicipalityType ?? []),
        new("populationClass", PopulationClass ?? []),
        new("landKey", LandKey ?? []),
        new("costBand", CostBand ?? []),
        new("duration", Duration ?? []),
        new("language", Language ?? []),
    ];

    internal bool IsFiltered => Kind is { Count: > 0 } || Filters().Any(filter => filter.Value.Count > 0);

    /// <summary>The same search in its shortest form: a list of codes has no more of them than its vocabulary.</summary>
    internal SearchCriteria Tidied() => new()
    {
        Q = Q?.Trim() is { Length: > 0 } text ? text : null,
        Kind = Once(Kind),
        PracticeKind = Once(PracticeKind),
        Topic = Once(Topic),
        Method = Once(Method),
        ConflictLevel = Once(ConflictLevel),
        ConflictType = Once(ConflictType),
        PartyType = Once(PartyType),
        ResultStatus = Once(ResultStatus),
        MunicipalityType = Once(MunicipalityType),
        PopulationClass = Once(PopulationClass),
        LandKey = Once(LandKey),
        CostBand = Once(CostBand),
        Duration = Once(Duration),
        Language = Once(Language),
    };

    internal SearchQuery ToQuery() => new()
    {
        Text = Q,
        Kinds = Kind ?? [],
        Filters = Filters().ToDictionary(filter => filter.Key, IReadOnlyCollection<string> (filter) => filter.Value),
    };

    private static IReadOnlyList<string>? Once(IReadOnlyList<string>? codes) => codes is { Count: > 0 } ? [.. codes.Distinct(StringComparer.Ordinal)] : null;
}

/// <summary>The shape of a search: a text of some length, and codes that there are.</summary>
internal sealed class SearchCriteriaValidator : AbstractValidator<SearchCriteria>
{
    public const int LongestText = 1_000;

    public SearchCriteriaValidator()
    {
        RuleFor(request => request.Q).MaximumLength(LongestText);
        RuleForEach(request => request.Kind).Must(SearchLabels.IsKind).WithErrorCode("unknown-code");
        RuleForEach(request => request.PracticeKind).Must(Vocabulary.PracticeKind.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.Topic).Must(Vocabulary.Topic.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.Method).Must(Vocabulary.Method.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.ConflictLevel).Must(Vocabulary.ConflictLevel.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.ConflictType).Must(Vocabulary.ConflictType.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.PartyType).Must(Vocabulary.PartyType.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.ResultStatus).Must(Vocabulary.ResultStatus.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.MunicipalityType).Must(Vocabulary.MunicipalityType.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.PopulationClass).Must(Vocabulary.PopulationClass.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.LandKey).Must(Vocabulary.LandKey.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.CostBand).Must(Vocabulary.CostBand.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.Duration).Must(Vocabulary.Duration.Contains).WithErrorCode("unknown-code");
        RuleForEach(request => request.Language).Must(Vocabulary.Language.Contains).WithErrorCode("unknown-code");
    }
}
