using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Features.Library;

internal sealed class PracticeMapping :
    IEntityTypeConfiguration<Practice>,
    IEntityTypeConfiguration<PracticeRevision>,
    IEntityTypeConfiguration<PracticeLogEntry>,
    IEntityTypeConfiguration<ReleasedPractice>
{
    public void Configure(EntityTypeBuilder<Practice> builder)
    {
        builder.ToTable("practices").HasKey(practice => new { practice.TenantId, practice.Id });
        builder.Property(practice => practice.Slug).HasMaxLength(100);
        builder.Property(practice => practice.Kind).HasMaxLength(40);
        builder.Property(practice => practice.Title).HasMaxLength(160);
        builder.Property(practice => practice.ExternalKey).HasMaxLength(PracticeContentValidator.LongestExternalKey);
        builder.Property(practice => practice.SubmittedBy).HasMaxLength(100);
        builder.Property(practice => practice.Version).IsConcurrencyToken();
        builder.Property(practice => practice.Content).HasJson();
        builder.HasIndex(practice => new { practice.TenantId, practice.CreatedAt });
        builder.HasIndex(practice => new { practice.TenantId, practice.ExternalKey });
        builder.HasMany(practice => practice.Revisions).WithOne().HasForeignKey(revision => new { revision.TenantId, revision.PracticeId });
        builder.HasMany(practice => practice.Log).WithOne().HasForeignKey(entry => new { entry.TenantId, entry.PracticeId });
    }

    public void Configure(EntityTypeBuilder<PracticeRevision> builder)
    {
        builder.ToTable("practice_revisions").HasKey(revision => new { revision.TenantId, revision.PracticeId, revision.Number });
        builder.Property(revision => revision.Number).ValueGeneratedNever();
        builder.Property(revision => revision.SubmittedBy).HasMaxLength(100);
        builder.Property(revision => revision.Content).HasJson();
    }

    public void Configure(EntityTypeBuilder<PracticeLogEntry> builder)
    {
        builder.ToTable("practice_log").HasKey(entry => new { entry.TenantId, entry.PracticeId, entry.Version });
        builder.Property(entry => entry.Version).ValueGeneratedNever();
        builder.Property(entry => entry.Actor).HasMaxLength(100);
        builder.Property(entry => entry.Comment).HasMaxLength(4000);
    }

    public void Configure(EntityTypeBuilder<ReleasedPractice> builder)
    {
        builder.ToTable("released_practices");
        builder.Property(row => row.Slug).HasMaxLength(100);
        builder.Property(row => row.Kind).HasMaxLength(40);
        builder.Property(row => row.Title).HasMaxLength(160);
        builder.Property(row => row.ExternalKey).HasMaxLength(PracticeContentValidator.LongestExternalKey);
        builder.Property(row => row.Summary).HasMaxLength(600);
        builder.Property(row => row.PublisherLabel).HasMaxLength(200);
        builder.Property(row => row.NamedPublisherSlug).HasMaxLength(63);
        builder.Property(row => row.Content).HasJson();
        builder.HasIndex(row => new { row.PublishedAt, row.ItemId });
        builder.HasIndex(row => row.VisibleSince);
        builder.HasIndex(row => row.Slug);
        builder.HasIndex(row => row.ExternalKey);
    }
}

internal static class PracticeSets
{
    extension(PlatformDb db)
    {
        public DbSet<Practice> Practices => db.Set<Practice>();

        public DbSet<PracticeRevision> PracticeRevisions => db.Set<PracticeRevision>();

        public DbSet<PracticeLogEntry> PracticeLog => db.Set<PracticeLogEntry>();

        public DbSet<ReleasedPractice> ReleasedPractices => db.Set<ReleasedPractice>();
    }
}
