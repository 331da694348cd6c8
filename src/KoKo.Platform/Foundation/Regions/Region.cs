using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Foundation.Regions;

/// <summary>An entry of the region register: which Kommunen there are, how large, in which Land.</summary>
internal sealed class Region(string key, RegionLevel level, string name, string? populationClass) : IGlobal
{
    public string Key { get; private set; } = key;

    public RegionLevel Level { get; private set; } = level;

    public string Name { get; private set; } = name;

    public string LandKey { get; private set; } = key[..2];

    /// <summary>Code of the vocabulary populationClass; null for a Land.</summary>
    public string? PopulationClass { get; private set; } = populationClass;
}

internal sealed class RegionMapping : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions").HasKey(region => region.Key);
        builder.Property(region => region.Key).HasMaxLength(12);
        builder.Property(region => region.LandKey).HasMaxLength(2);
        builder.Property(region => region.Name).HasMaxLength(160);
        builder.Property(region => region.PopulationClass).HasMaxLength(30);
        builder.HasIndex(region => new { region.LandKey, region.PopulationClass });
    }
}

internal static class RegionSets
{
    extension(PlatformDb db)
    {
        public DbSet<Region> Regions => db.Set<Region>();
    }
}
