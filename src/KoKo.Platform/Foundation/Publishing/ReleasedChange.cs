using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Foundation.Publishing;

/// <summary>One line of the <see cref="ReleasedLog"/>: ids only.</summary>
internal sealed class ReleasedChange(string kind, Guid itemId, OwnerKind publisherKind, Guid publisherId, DateTime at) : IGlobal
{
    public long Id { get; private set; }

    /// <summary>Given after the commit, by the log; null until then.</summary>
    public long? Position { get; private set; }

    public string Kind { get; private set; } = kind;

    public Guid ItemId { get; private set; } = itemId;

    public OwnerKind PublisherKind { get; private set; } = publisherKind;

    public Guid PublisherId { get; private set; } = publisherId;

    public DateTime At { get; private set; } = at;

    public void PutAt(long position) => Position = position;
}

/// <summary>What is left of a withdrawn row: 410 for those who could see it, 404 for everybody else.</summary>
internal sealed class Tombstone(Guid itemId, string audience, Guid publisherId, DateTime withdrawnAt) : IReleased
{
    public Guid ItemId { get; private set; } = itemId;

    public string Audience { get; private set; } = audience;

    public IReadOnlyList<string> ShadowedBy { get; private set; } = [];

    public Guid PublisherId { get; private set; } = publisherId;

    public DateTime WithdrawnAt { get; private set; } = withdrawnAt;
}

internal sealed class PublishingMapping : IEntityTypeConfiguration<ReleasedChange>, IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<ReleasedChange> builder)
    {
        builder.ToTable("released_changes").HasKey(change => change.Id);
        builder.Property(change => change.Id).ValueGeneratedOnAdd();
        builder.HasIndex(change => change.Position).IsUnique();
        builder.HasIndex(change => change.ItemId);
        builder.Property(change => change.Kind).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<Tombstone> builder) => builder.ToTable("tombstones");
}

internal static class PublishingSets
{
    extension(PlatformDb db)
    {
        public DbSet<ReleasedChange> ReleasedChanges => db.Set<ReleasedChange>();

        public DbSet<Tombstone> Tombstones => db.Set<Tombstone>();
    }
}
