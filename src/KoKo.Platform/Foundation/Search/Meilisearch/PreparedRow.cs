using System.Text;
using KoKo.Platform.Foundation.Search.German;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// How a search document lies in Meilisearch: texts to show, the same texts in terms to search, and values to filter by.
/// </summary>
internal sealed record PreparedRow
{
    /// <summary>The row that is no document: how far the index is. It has no audience, so that no search finds it.</summary>
    public const string StateId = "state";

    private const char FacetSign = '=';

    public required string Id { get; init; }

    public string? Item { get; init; }

    public string? Kind { get; init; }

    public Guid? ItemId { get; init; }

    public string? Audience { get; init; }

    public IReadOnlyList<string>? ShadowedBy { get; init; }

    /// <summary>Milliseconds: the server counts in doubles, which would round ticks.</summary>
    public long? Date { get; init; }

    /// <summary>Every facet in one attribute, so that all are counted at once and their names need no settings.</summary>
    public IReadOnlyList<string>? Facets { get; init; }

    public int? Quality { get; init; }

    public string? ExternalKey { get; init; }

    /// <summary>The external key in a spelling without capitals: filters take a and A for the same.</summary>
    public string? KeyCode { get; init; }

    public string? TitleKey { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<string>? Names { get; init; }

    public string? Summary { get; init; }

    public string? Body { get; init; }

    public string TitleTerms { get; init; } = "";

    public string TitleParts { get; init; } = "";

    public string TitleSynonyms { get; init; } = "";

    public string NamesTerms { get; init; } = "";

    public string NamesParts { get; init; } = "";

    public string NamesSynonyms { get; init; } = "";

    public string SummaryTerms { get; init; } = "";

    public string SummaryParts { get; init; } = "";

    public string SummarySynonyms { get; init; } = "";

    public string BodyTerms { get; init; } = "";

    public string BodyParts { get; init; } = "";

    public string BodySynonyms { get; init; } = "";

    public long? Position { get; init; }

    public string? Analysis { get; init; }

    public static PreparedRow Of(SearchDocument document, PreparedText text)
    {
        var (title, summary, body) = (PlainText.WithoutMarkdown(document.Title), PlainText.WithoutMarkdown(document.Summary), PlainText.WithoutMarkdown(document.Body));
        string[] names = [.. document.Names.Select(PlainText.WithoutMarkdown)];
        var (titleTerms, titleParts, titleSynonyms) = text.Of([title]);
        var (namesTerms, namesParts, namesSynonyms) = text.Of(names);
        var (summaryTerms, summaryParts, summarySynonyms) = text.Of([summary]);
        var (bodyTerms, bodyParts, bodySynonyms) = text.Of([body]);
        return new PreparedRow
        {
            Id = IdOf(document.ItemId, document.Audience),
            Item = ItemOf(document.Kind, document.ItemId),
            Kind = document.Kind,
            ItemId = document.ItemId,
            Audience = document.Audience,
            ShadowedBy = document.ShadowedBy,
            Date = MillisecondsOf(document.SortDate),
            Facets = FacetsOf(document),
            Quality = document.Quality,
            ExternalKey = document.ExternalKey,
            KeyCode = document.ExternalKey is { } key ? CodeOf(key) : null,
            TitleKey = German.TitleKey.Of(document.Title),
            Title = title,
            Names = names,
            Summary = summary,
            Body = body,
            TitleTerms = titleTerms,
            TitleParts = titleParts,
            TitleSynonyms = titleSynonyms,
            NamesTerms = namesTerms,
            NamesParts = namesParts,
            NamesSynonyms = namesSynonyms,
            SummaryTerms = summaryTerms,
            SummaryParts = summaryParts,
            SummarySynonyms = summarySynonyms,
            BodyTerms = bodyTerms,
            BodyParts = bodyParts,
            BodySynonyms = bodySynonyms,
        };
    }

    public static PreparedRow StateAt(long position, string analysis) => new() { Id = StateId, Position = position, Analysis = analysis };

    /// <summary>An id may have letters, digits, - and _ only.</summary>
    public static string IdOf(Guid itemId, string audience) => $"{itemId:N}_{CodeOf(audience)}";

    /// <summary>A text in small letters and digits, different for each.</summary>
    public static string CodeOf(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));

    public static string ItemOf(string kind, Guid itemId) => $"{kind}/{itemId:N}";

    public static string FacetOf(string name, string code) => $"{name}{FacetSign}{code}";

    public static (string Name, string Code) ReadFacet(string facet)
    {
        var sign = facet.IndexOf(FacetSign, StringComparison.Ordinal);
        return (facet[..sign], facet[(sign + 1)..]);
    }

    public static long MillisecondsOf(DateTime date) => date.Ticks / TimeSpan.TicksPerMillisecond;

    private static List<string> FacetsOf(SearchDocument document) =>
    [
        .. document.Facets.SelectMany(facet => facet.Value.Distinct().Select(code => FacetOf(facet.Key, code))),
        FacetOf(SearchResults.KindFacet, document.Kind),
    ];
}
