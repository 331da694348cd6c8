using System.Globalization;
using System.Text.RegularExpressions;

namespace KoKo.Platform.Foundation.Regions;

/// <summary>What a place is called on screens: official names say behind a comma what kind of place it is ("Bocholt, Stadt").</summary>
internal static partial class PlaceTitle
{
    private static readonly CompareInfo German = CultureInfo.GetCultureInfo("de-DE").CompareInfo;

    public static string Of(string name) => Kind().Replace(name, "");

    /// <summary>The order of a German phone book.</summary>
    public static int Compare(string one, string other) => German.Compare(Of(one), Of(other), CompareOptions.IgnoreCase);

    [GeneratedRegex(@",\s+([^,]*[Ss]tadt\b[^,]*|Markt|Flecken|Gemeinde)$")]
    private static partial Regex Kind();
}
