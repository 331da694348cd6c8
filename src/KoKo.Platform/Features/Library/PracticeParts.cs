using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Library;

/// <summary>Which parts a practice must have before it may be submitted, and which before it may be published.</summary>
internal static class PracticeParts
{
    private static readonly Part[] ForSubmission =
    [
        new("title", content => content.Title.Length > 0),
        new("summary", content => content.Summary.Length > 0),
        new("language", content => content.Language.Length > 0),
        new("topics", content => content.Topics.Count > 0),
    ];

    // "What did not work" is no part one may leave out, of whatever kind the practice is.
    private static readonly Part[] OfEveryKind =
    [
        new("context", content => IsText(content.Context)),
        new("obstacles", content => content.Obstacles.Count > 0),
        new("contactFunction", content => IsText(content.ContactFunction)),
        new("anonymisationLevel", content => content.AnonymisationLevel is not null),
        new("anonymisationChecklist", content => Vocabulary.AnonymisationCheck.Terms.All(check => content.AnonymisationChecklist.Contains(check.Code))),
        new("license", content => content.License is not null),
    ];

    private static readonly Part[] OfCase =
    [
        new("conflictLevel", content => content.ConflictLevel is not null),
        new("conflictTypes", content => content.ConflictTypes.Count > 0),
        new("parties", content => content.Parties.Count > 0),
        new("methods", content => content.Methods.Count > 0),
        new("municipalityRoles", content => content.MunicipalityRoles.Count > 0),
        new("municipalityType", content => content.MunicipalityType is not null),
        new("populationClass", content => content.PopulationClass is not null),
        new("landKey", content => content.LandKey is not null || content.AnonymisationLevel == Anonymisation.Composite),
        new("startMonth", content => content.StartMonth is not null),
        new("endMonth", content => content.Ongoing || content.EndMonth is not null),
        new("assignment", content => IsText(content.Assignment)),
        new("approach", content => content.Approach.Count > 0),
        new("result", content => IsText(content.Result)),
        new("resultStatus", content => content.ResultStatus is not null),
        new("successFactors", content => content.SuccessFactors.Count > 0),
        new("lessons", content => IsText(content.Lessons)),
        new("transferability", content => content.Transferability is not null),
        new("transferabilityReason", content => IsText(content.TransferabilityReason)),
        new("costBand", content => content.CostBand is not null),
        new("consentBasis", content => IsText(content.ConsentBasis)),
    ];

    private static readonly Part[] OfGuide =
    [
        new("approach", content => content.Approach.Count > 0 || IsText(content.Result)),
    ];

    /// <summary>JSON pointers of the parts that are missing before publication, in the order of the form.</summary>
    public static IReadOnlyList<string> MissingForPublication(PracticeContent content) =>
        Missing(content, [.. ForSubmission, .. OfEveryKind, .. content.IsCase ? OfCase : OfGuide]);

    public static IReadOnlyList<string> MissingForSubmission(PracticeContent content) => Missing(content, ForSubmission);

    public static void DemandForSubmission(PracticeContent content) => Demand(MissingForSubmission(content));

    public static void DemandForPublication(PracticeContent content) => Demand(MissingForPublication(content));

    private static List<string> Missing(PracticeContent content, IEnumerable<Part> parts) =>
        [.. parts.Where(part => !part.IsThere(content)).Select(part => "/" + part.Name)];

    private static void Demand(IReadOnlyList<string> missing)
    {
        if (missing.Count > 0)
        {
            var detail = RuleWords.In("Diese Angabe fehlt oder ist unvollständig.", "This part is missing or not complete.");
            throw new ProblemException(PracticeProblems.PartsMissing, [.. missing.Select(pointer => new ProblemError(pointer, "missing", detail))]);
        }
    }

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text);

    private sealed record Part(string Name, Func<PracticeContent, bool> IsThere);
}
