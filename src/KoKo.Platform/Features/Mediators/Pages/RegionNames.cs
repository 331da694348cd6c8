using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Pages;

/// <summary>What the regions of mediators are called; who is no Land and not in the register keeps its key.</summary>
public sealed class RegionNames
{
    // the only Gemeinde of a kreisfreie Stadt has the key of the Kreis with this behind it
    private const string WholeDistrict = "000";

    private readonly IReadOnlyDictionary<string, string> districts;

    private RegionNames(IReadOnlyDictionary<string, string> districts) => this.districts = districts;

    public static RegionNames None { get; } = new(new Dictionary<string, string>());

    internal static async Task<RegionNames> OfAsync(PlatformDb db, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Where(key => key.Length == 5).Distinct(StringComparer.Ordinal).SelectMany(key => (string[])[key, key + WholeDistrict]).ToList();
        var found = await db.Regions.Where(region => wanted.Contains(region.Key)).Select(region => new { region.Key, region.Name }).ToListAsync(cancellationToken);
        return new RegionNames(found.GroupBy(region => region.Key[..5]).ToDictionary(same => same.Key, same => same.MinBy(region => region.Key.Length)!.Name.Split(',')[0]));
    }

    public string Of(IEnumerable<string> keys) =>
        string.Join(", ", keys.Select(key => key.Length == 2 ? Vocabulary.LandKey.GermanOf(key) : districts.GetValueOrDefault(key, $"Kreis {key}")));
}
