using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Features.Network.SavedSearches;

internal sealed class SavedSearchMapping : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("saved_searches").HasKey(saved => new { saved.TenantId, saved.Id });
        builder.Property(saved => saved.Name).HasMaxLength(SavedSearch.LongestName);
        builder.Property(saved => saved.Search).HasJson();
        builder.Property(saved => saved.Version).IsConcurrencyToken();
        builder.HasIndex(saved => new { saved.TenantId, saved.AccountId, saved.CreatedAt });
        builder.HasOne<Member>().WithMany().HasForeignKey(saved => new { saved.TenantId, saved.AccountId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal static class SavedSearchSets
{
    extension(PlatformDb db)
    {
        public DbSet<SavedSearch> SavedSearches => db.Set<SavedSearch>();
    }
}
