using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Regions;

/// <summary>Where an anonymised case may be said to come from: at least five Kommunen share what is shown (k = 5).</summary>
internal sealed record CoarsePlace(string? LandKey, string? PopulationClass)
{
    public const int K = 5;

    public static CoarsePlace Nowhere { get; } = new(null, null);

    /// <summary>Keeps Land and size class where K Kommunen share them, else the Land alone, else nothing.</summary>
    /// <returns>Null where the register is empty, so that nothing can be promised.</returns>
    public static async Task<CoarsePlace?> OfAsync(PlatformDb db, string? landKey, string? populationClass, CancellationToken cancellationToken)
    {
        var kommunen = db.Regions.Where(region => region.Level != RegionLevel.Land);
        if (!await kommunen.AnyAsync(cancellationToken))
        {
            return null;
        }

        if (landKey is null)
        {
            return Nowhere;
        }

        var inLand = kommunen.Where(region => region.LandKey == landKey);
        if (populationClass is not null && await inLand.CountAsync(region => region.PopulationClass == populationClass, cancellationToken) >= K)
        {
            return new CoarsePlace(landKey, populationClass);
        }

        return await inLand.CountAsync(cancellationToken) >= K ? new CoarsePlace(landKey, null) : Nowhere;
    }
}
