using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Library;

/// <summary>What of a released practice is searchable: the row's own fields, so that what it hides cannot be found.</summary>
internal sealed class PracticeSearchDocument : SearchDocumentSource<ReleasedPractice>
{
    public override string Kind => PracticePublisher.Kind;

    public override string ApiPath => "/v1/library";

    public override string HubPath => "/bibliothek";

    protected override SearchDocument Of(ReleasedPractice row) => DocumentOf(row);

    /// <summary>The mapping itself, which needs no scope: the quality of the search is measured with it.</summary>
    internal static SearchDocument DocumentOf(ReleasedPractice row) => new()
    {
        ItemId = row.ItemId,
        Kind = PracticePublisher.Kind,
        Audience = row.Audience,
        ShadowedBy = row.ShadowedBy,
        Title = row.Title,
        Summary = row.Summary,
        Body = string.Join('\n', TextsOf(row.Content)),
        Names = [.. NamesOf(row.Content)],
        Facets = FacetsOf(row.Content).Where(facet => facet.Value.Count > 0).ToDictionary(StringComparer.Ordinal),
        ExternalKey = row.ExternalKey,
        SortDate = row.PublishedAt,
    };

    private static IEnumerable<string> TextsOf(ReleasedContent content)
    {
        string?[] texts =
        [
            content.EasyLanguageSummary, content.Context, content.Assignment, content.Result, content.Effect, content.Lessons, content.TransferabilityReason,
        ];
        return texts.OfType<string>()
            .Concat(content.Approach.Select(step => step.Text))
            .Concat(content.SuccessFactors)
            .Concat(content.Obstacles)
            .Concat(content.Prerequisites)
            .Concat(content.Parties.Select(party => party.Label).OfType<string>());
    }

    private static IEnumerable<string> NamesOf(ReleasedContent content) =>
        content.Topics.Select(Vocabulary.Topic.GermanOf)
            .Append(Vocabulary.PracticeKind.GermanOf(content.Kind))
            .Concat(One(content.TopicOther))
            .Concat(content.Methods.Select(Vocabulary.Method.GermanOf))
            .Concat(content.ConflictTypes.Select(Vocabulary.ConflictType.GermanOf))
            .Concat(content.Parties.Select(party => Vocabulary.PartyType.GermanOf(party.Type)))
            .Concat(One(content.ConflictLevel).Select(Vocabulary.ConflictLevel.GermanOf))
            .Concat(One(content.LandKey).Select(Vocabulary.LandKey.GermanOf))
            .Distinct(StringComparer.Ordinal);

    private static Dictionary<string, IReadOnlyList<string>> FacetsOf(ReleasedContent content) => new(StringComparer.Ordinal)
    {
        ["practiceKind"] = [content.Kind],
        ["topic"] = content.Topics,
        ["method"] = content.Methods,
        ["conflictLevel"] = One(content.ConflictLevel),
        ["conflictType"] = content.ConflictTypes,
        ["partyType"] = [.. content.Parties.Select(party => party.Type).Distinct(StringComparer.Ordinal)],
        ["resultStatus"] = One(content.ResultStatus),
        ["landKey"] = One(content.LandKey),
        ["populationClass"] = One(content.PopulationClass),
        ["municipalityType"] = One(content.MunicipalityType),
        ["costBand"] = One(content.CostBand),
        ["language"] = [content.Language],
    };

    private static string[] One(string? value) => value is null ? [] : [value];
}
