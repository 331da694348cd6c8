using System.Globalization;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Network;

/// <summary>What facets and their codes are called, and in which order they are shown.</summary>
internal static class SearchLabels
{
    private static readonly Dictionary<string, (string German, string English)> Kinds = new(StringComparer.Ordinal)
    {
        ["practice"] = ("Praxisbeispiel", "Practice"),
        ["mediator"] = ("Mediator*in", "Mediator"),
        ["conference"] = ("Konferenz", "Conference"),
    };

    /// <summary>Other facets of the index are not offered: nobody could choose them.</summary>
    public static IReadOnlyList<string> Facets { get; } =
        [SearchResults.KindFacet, .. new SearchNetworkRequest().Filters().Select(filter => filter.Key)];

    private static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static bool IsKind(string code) => Kinds.ContainsKey(code);

    public static string KindOf(string code) => !Kinds.TryGetValue(code, out var kind) ? code : InEnglish ? kind.English : kind.German;

    public static string TitleOf(string facet) =>
        facet == SearchResults.KindFacet ? InEnglish ? "Kind" : "Art" : Vocabulary.All[facet].Title;

    public static string LabelOf(string facet, string code) =>
        facet == SearchResults.KindFacet ? KindOf(code) : Vocabulary.All[facet].LabelOf(code);
}
