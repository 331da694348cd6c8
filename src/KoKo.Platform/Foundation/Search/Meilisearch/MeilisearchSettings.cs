using System.Text.Json;
using System.Text.Json.Nodes;
using KoKo.Platform.Foundation.Search.German;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// How the server is to treat our rows. It changes the order of a list and adds members of its own, so that settings are
/// compared and only sent where they differ: some of them make the server read every document again.
/// </summary>
internal static class MeilisearchSettings
{
    /// <summary>Offset and limit of a page end here, and so do totals.</summary>
    public const int MostHits = 100_000;

    /// <summary>From so many letters on, a term may have one typing error, or two. A term is a letter or so shorter than its word.</summary>
    public const int OneTypoLetters = 4;
    public const int TwoTyposLetters = 8;

    /// <summary>Where suggestions are looked for.</summary>
    public static readonly string[] TitleFields = [.. FieldsOf("title")];

    private static readonly string[] AllFields = [.. TitleFields, .. FieldsOf("names"), .. FieldsOf("summary"), .. FieldsOf("body")];

    private const string Synonyms = "Synonyms";

    private static readonly string[] InOrder = ["searchableAttributes", "rankingRules"];

    public static JsonObject ToJson(GermanWords words) => JsonSerializer.SerializeToNode(
        new
        {
            SearchableAttributes = AllFields,
            FilterableAttributes = (string[])["audience", "facets", "item", "keyCode", "shadowedBy"],
            SortableAttributes = (string[])["date", "id", "titleKey"],
            DisplayedAttributes = (string[])["analysis", "audience", "body", "date", "externalKey", "facets", "id", "itemId", "kind", "names", "position", "quality", "summary", "title", "titleKey"],
            RankingRules = (string[])["sort", "words", "typo", "exactness", "proximity", "attribute", "quality:desc", "date:desc", "id:asc"],
            StopWords = (string[])[PreparedText.Gap],
            TypoTolerance = new
            {
                MinWordSizeForTypos = new { OneTypo = OneTypoLetters, TwoTypos = TwoTyposLetters },
                DisableOnWords = ShortWords(words),
                DisableOnNumbers = true,
            },
            Faceting = new { MaxValuesPerFacet = 1_000 },
            Pagination = new { MaxTotalHits = MostHits },
        },
        MeilisearchJson.Options)!.AsObject();

    public static IReadOnlyList<string> WithoutSynonyms(IReadOnlyList<string>? fields) => [.. (fields ?? AllFields).Where(field => !field.EndsWith(Synonyms, StringComparison.Ordinal))];

    private static IEnumerable<string> FieldsOf(string text) => [text + "Terms", text + "Parts", text + Synonyms];

    /// <summary>Whether the server's settings say all that ours say.</summary>
    public static bool Hold(JsonObject ours, JsonObject theirs) => ours.All(setting => Holds(setting.Value, theirs[setting.Key], InOrder.Contains(setting.Key)));

    private static bool Holds(JsonNode? ours, JsonNode? theirs, bool inOrder) => (ours, theirs) switch
    {
        (JsonObject all, JsonObject some) => all.All(member => Holds(member.Value, some[member.Key], inOrder)),
        (JsonArray all, JsonArray some) => Texts(all, inOrder).SequenceEqual(Texts(some, inOrder)),
        _ => JsonNode.DeepEquals(ours, theirs),
    };

    private static IEnumerable<string> Texts(JsonArray array, bool inOrder)
    {
        var texts = array.Select(element => element?.ToJsonString() ?? "");
        return inOrder ? texts : texts.Order(StringComparer.Ordinal);
    }

    /// <summary>Words of a few letters that are right as they are: each differs from too many others by one letter.</summary>
    private static string[] ShortWords(GermanWords words) =>
    [
        .. words.CompoundParts.Concat(words.WholeWords).Concat(words.Stems.Select(forms => forms[0]))
            .Where(word => word.Length == OneTypoLetters)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
