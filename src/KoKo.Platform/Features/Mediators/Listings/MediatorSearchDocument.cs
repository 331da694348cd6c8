using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Mediators.Listings;

/// <summary>What of a listing is searchable: the row's own fields, a lapsed title without it.</summary>
internal sealed class MediatorSearchDocument(TimeProvider clock) : SearchDocumentSource<MediatorListing>
{
    public override string Kind => MediatorListing.Kind;

    public override string ApiPath => "/v1/mediators";

    public override string HubPath => "/mediation";

    protected override SearchDocument Of(MediatorListing row) => new()
    {
        ItemId = row.ItemId,
        Kind = Kind,
        Audience = row.Audience,
        ShadowedBy = row.ShadowedBy,
        Title = row.Name,
        Summary = row.Details.Bio ?? Vocabulary.MediatorRole.GermanOf(row.Role),
        Body = string.Join('\n', TextsOf(row)),
        Names = [.. NamesOf(row).Distinct(StringComparer.Ordinal)],
        Facets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["topic"] = row.Topics,
            ["method"] = row.Methods,
            ["landKey"] = [.. row.Regions.Select(key => key[..2]).Distinct(StringComparer.Ordinal)],
            ["language"] = [.. row.LanguageCodes.Where(Vocabulary.Language.Contains)],
        }.Where(facet => facet.Value.Count > 0).ToDictionary(StringComparer.Ordinal),
        SortDate = row.ReleasedAt,
    };

    private IEnumerable<string> TextsOf(MediatorListing row)
    {
        var today = WallTime.DateIn(row.TimeZone, clock.GetUtcNow().UtcDateTime);
        var seen = row.Details.Qualifications.Select(qualification => qualification.SeenOn(today));
        return seen.SelectMany(qualification => (string[])[Vocabulary.QualificationKind.GermanOf(qualification.Kind), qualification.Issuer])
            .Concat(row.Details.Organisation is { } organisation ? [organisation] : []);
    }

    private static IEnumerable<string> NamesOf(MediatorListing row) =>
        row.Topics.Select(Vocabulary.Topic.GermanOf)
            .Append(Vocabulary.MediatorRole.GermanOf(row.Role))
            .Concat(row.Details.TitleForm is { } title ? [title] : [])
            .Concat(row.Methods.Select(Vocabulary.Method.GermanOf))
            .Concat(row.LanguageCodes.Select(Vocabulary.Language.GermanOf))
            .Concat(row.Regions.Select(key => Vocabulary.LandKey.GermanOf(key[..2])));
}
