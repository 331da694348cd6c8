using System.Globalization;
using System.Text;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Tenants;

/// <summary>
/// The readable part of a tenant's address. Names are not unique in Germany (eleven places called Neuenkirchen, Kreis Soest
/// and Stadt Soest), so that a second one is told apart by its Kreis, then by its Land, then by its key.
/// </summary>
internal static class TenantSlug
{
    private const int Longest = 63;
    private const int LongestName = 50;

    public static async Task<string> FreeAsync(PlatformDb db, string name, TenantKind kind, RegionKey? key, CancellationToken cancellationToken)
    {
        foreach (var candidate in await CandidatesAsync(db, name, kind, key, cancellationToken))
        {
            if (candidate.Length > 0 && !await db.Tenants.AnyAsync(tenant => tenant.Slug == candidate, cancellationToken))
            {
                return candidate;
            }
        }

        return $"{Of(name)}-{Guid.NewGuid().ToString("N")[..6]}".TrimStart('-');
    }

    /// <summary>"Düren, Stadt" is <c>dueren</c>: what stands behind a comma belongs to the title, not to the name.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in Folded(name.Split(',')[0]))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, LongestName)).Trim('-');
    }

    private static async Task<IReadOnlyList<string>> CandidatesAsync(PlatformDb db, string name, TenantKind kind, RegionKey? key, CancellationToken cancellationToken)
    {
        var plain = Of(name);
        if (key is not { } place)
        {
            return [plain];
        }

        var district = await db.Regions.Where(region => region.Key == place.District).Select(region => region.Name).SingleOrDefaultAsync(cancellationToken);
        var byDistrict = kind == TenantKind.District ? $"kreis-{plain}" : Joined(plain, district);
        return [plain, byDistrict, Joined(plain, Vocabulary.LandKey.GermanOf(place.Land)), $"{plain}-{place.Value}"];
    }

    private static string Joined(string slug, string? place)
    {
        var joined = place is null ? "" : $"{slug}-{Of(place)}";
        return joined[..Math.Min(joined.Length, Longest)].Trim('-');
    }

    private static string Folded(string name)
    {
        var german = name.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        return string.Concat(german.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
    }
}
