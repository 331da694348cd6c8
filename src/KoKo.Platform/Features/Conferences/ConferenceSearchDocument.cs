using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Conferences;

/// <summary>What of a released conference is searchable: the row's own fields, without seats, which change too often.</summary>
internal sealed class ConferenceSearchDocument : SearchDocumentSource<ReleasedConference>
{
    public override string Kind => PublishConference.ItemKind;

    public override string ApiPath => "/v1/conferences";

    public override string HubPath => "/konferenzen";

    protected override SearchDocument Of(ReleasedConference row) => new()
    {
        ItemId = row.ItemId,
        Kind = Kind,
        Audience = row.Audience,
        ShadowedBy = row.ShadowedBy,
        Title = row.Content.Title,
        Summary = row.Content.Summary,
        Body = string.Join('\n', TextsOf(row.Content).OfType<string>()),
        Names = [.. row.Topics.Select(Vocabulary.Topic.GermanOf), "Konferenz", row.Organiser],
        Facets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["topic"] = row.Topics,
            ["language"] = [row.Content.Language],
        },
        SortDate = row.PublishedAt,
    };

    private static IEnumerable<string?> TextsOf(ConferenceContent content) =>
        content.Sessions.SelectMany(session => session.Speakers.Prepend(session.Title).Append(session.Description))
            .Prepend(content.Venue?.Name)
            .Prepend(content.Description);
}
