using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Text;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Library;

/// <summary>
/// Looks for the publisher's own names and keys in a text that is to hide the place. It finds slips; what else could
/// give the place away, only people can judge.
/// </summary>
internal sealed class PlaceNames
{
    // Kommunen whose name is also an everyday word count only where the text treats it as a name.
    private static readonly HashSet<string> Everyday = new(StringComparer.OrdinalIgnoreCase)
    {
        "Aue", "Berg", "Bergen", "Brand", "Bruch", "Buchen", "Burg", "Essen", "Hagen", "Halle", "Hof", "Lage", "Lauf", "Leer", "Linden",
        "Norden", "Ort", "Plan", "Singen", "Stein", "Wald", "Wehr", "Weiden", "Wiesen",
    };

    private readonly List<Regex> patterns;

    private PlaceNames(IEnumerable<string> names, IEnumerable<string> keys) => patterns =
    [
        .. names.Select(Bare).Where(name => name.Length > 2).Distinct(StringComparer.OrdinalIgnoreCase).Select(PatternOf),
        .. keys.Where(key => key.Length > 2).Select(key => new Regex($@"(?<!\d){key}(?!\d)", RegexOptions.CultureInvariant)),
    ];

    public static async Task<PlaceNames> OfAsync(PlatformDb db, TenantInfo tenant, CancellationToken cancellationToken)
    {
        // The names of a Land, of the office or of a provider give no Kommune away.
        if (tenant.Kind is TenantKind.Land or TenantKind.Office or TenantKind.Provider)
        {
            return new PlaceNames([], []);
        }

        var regions = await db.Regions.Where(region => tenant.RegionKeys.Contains(region.Key)).Select(region => region.Name).ToListAsync(cancellationToken);
        return new PlaceNames([tenant.Name, tenant.Identifier, .. regions], tenant.RegionKeys);
    }

    /// <summary>422 with a pointer to every text that names the place.</summary>
    public void DemandNone(ReleasedContent content)
    {
        var found = new List<string>();
        Collect(JsonSerializer.SerializeToNode(content, Json.Stored), "", found);
        if (found.Count > 0)
        {
            var detail = RuleWords.In("Hier steht der Name der Kommune.", "The municipality is named here.");
            throw new ProblemException(PracticeProblems.PlaceNamed, [.. found.Select(pointer => new ProblemError(pointer, "place-named", detail))]);
        }
    }

    public bool AreIn(string text) => patterns.Exists(pattern => pattern.IsMatch(text));

    private static Regex PatternOf(string name) => Everyday.Contains(name)
        ? new Regex($@"\b(in|Stadt|Gemeinde|Kreis|Landkreis) {Regex.Escape(name)}\b|\b{Regex.Escape(name)}er\b", RegexOptions.CultureInvariant)
        : new Regex($@"(?<!\p{{L}}){Regex.Escape(name)}(s{(name.Length > 4 ? "|er|ern|erin|erinnen" : "")})?(?!\p{{L}})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static string Bare(string name)
    {
        var words = name.Split(',')[0].Trim();
        var kind = Array.Find(["Stadt ", "Gemeinde ", "Kreis ", "Landkreis ", "Hansestadt "], prefix => words.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        return kind is null ? words : words[kind.Length..];
    }

    private void Collect(JsonNode? node, string pointer, List<string> found)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Collect(value, $"{pointer}/{name}", found);
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    Collect(items[index], $"{pointer}/{index.ToString(CultureInfo.InvariantCulture)}", found);
                }

                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && AreIn(text):
                found.Add(pointer);
                break;
        }
    }
}
