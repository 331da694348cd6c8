using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Features.Conferences;

internal sealed class ConferenceMapping : IEntityTypeConfiguration<Conference>, IEntityTypeConfiguration<ReleasedConference>
{
    public void Configure(EntityTypeBuilder<Conference> builder)
    {
        builder.ToTable("conferences").HasKey(conference => new { conference.TenantId, conference.Id });
        builder.Property(conference => conference.Content).HasJson();
        builder.Property(conference => conference.Version).IsConcurrencyToken();
        builder.HasIndex(conference => new { conference.TenantId, conference.StartsAt });
    }

    public void Configure(EntityTypeBuilder<ReleasedConference> builder)
    {
        builder.ToTable("released_conferences");
        builder.Property(row => row.Content).HasJson();
        builder.Property(row => row.Organiser).HasMaxLength(160);
        builder.HasIndex(row => row.VisibleSince);
        builder.HasIndex(row => new { row.StartsAt, row.ItemId });
    }
}

internal static class ConferenceSets
{
    extension(PlatformDb db)
    {
        public DbSet<Conference> Conferences => db.Set<Conference>();

        public DbSet<ReleasedConference> ReleasedConferences => db.Set<ReleasedConference>();
    }
}
