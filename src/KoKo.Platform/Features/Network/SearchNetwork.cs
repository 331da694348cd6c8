using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Network;

[Refuses("search-unavailable")]
internal sealed class SearchNetwork(NetworkSearch search) : Endpoint<SearchNetworkRequest, SearchNetworkResponse>
{
    public override void Configure()
    {
        Get("/search");
        Summary(summary =>
        {
            summary.Summary = "Search everything released that the caller may see";
            summary.Description = "German full text over practices, mediators and conferences: inflected, compound and slightly misspelt words are found. "
                + "Quotation marks search a phrase, a minus sign excludes a word. Without a text everything is listed, newest first. "
                + "A filter may be repeated: one of its values must hold, and all filters together. "
                + "Where nothing is found, near says what almost the same question finds.";
        });
    }

    public override async Task HandleAsync(SearchNetworkRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await search.FindAsync(request, cancellationToken), cancellationToken);
}

/// <summary>What to search.</summary>
public sealed record SearchNetworkRequest
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

    /// <summary>Keys in the system an item comes from, as they are: up to 120 characters each, up to 100 of them.</summary>
    public IReadOnlyList<string>? ExternalKey { get; init; }

    /// <summary>relevance (the text, then evidence and freshness), newest or title; relevance if not given.</summary>
    public SearchOrder? Sort { get; init; }

    /// <summary>1 to 100 hits.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The nextCursor of the page before; it belongs to the same text, filters and sort.</summary>
    public string? Cursor { get; init; }

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

    /// <summary>Who asks for a key means that very item, so that it stays.</summary>
    internal SearchNetworkRequest WithoutFilters() => new() { Q = Q, ExternalKey = ExternalKey, Sort = Sort, Limit = Limit };
}

/// <summary>In which order hits come.</summary>
public enum SearchOrder
{
    /// <summary>The text first, then evidence and freshness; without a text the newest.</summary>
    Relevance,

    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>By title, as a German phone book does.</summary>
    Title,
}

internal sealed class SearchNetworkValidator : Validator<SearchNetworkRequest>
{
    public const int LongestText = 1_000;

    private const int LongestExternalKey = 120;
    private const int MostExternalKeys = 100;

    public SearchNetworkValidator()
    {
        RuleFor(request => request.Q).MaximumLength(LongestText);
        RuleFor(request => request.ExternalKey).Must(keys => keys is null || keys.Count <= MostExternalKeys).WithErrorCode("too-many");
        RuleForEach(request => request.ExternalKey).Length(1, LongestExternalKey);
        RuleFor(request => request.Sort).IsInEnum();
        RuleFor(request => request.Limit).InclusiveBetween(1, 100);
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
