using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Foundation.Jobs;

/// <summary>
/// Something to do after a write, written in its transaction: ids only. The handler reads the current state in the
/// owner's context. Only the oldest message of a subject can be claimed, so that a subject's messages keep their order.
/// </summary>
internal sealed class OutboxMessage(OwnerKind ownerKind, Guid ownerId, string kind, Guid subjectId, DateTime dueAt) : IGlobal
{
    public long Id { get; private set; }

    public OwnerKind OwnerKind { get; private set; } = ownerKind;

    public Guid OwnerId { get; private set; } = ownerId;

    public string Kind { get; private set; } = kind;

    public Guid SubjectId { get; private set; } = subjectId;

    public DateTime DueAt { get; private set; } = dueAt;

    public DateTime? LeaseUntil { get; private set; }

    public int Attempts { get; private set; }

    public Owner Owner => new(OwnerKind, OwnerId);

    public void Claim(DateTime until)
    {
        LeaseUntil = until;
        Attempts++;
    }

    /// <summary>Tries again later: 2, 4, 8 ... seconds, at most an hour.</summary>
    public void PutBack(DateTime now)
    {
        LeaseUntil = null;
        DueAt = now.AddSeconds(Math.Min(3600, Math.Pow(2, Math.Min(Attempts, 12))));
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages").HasKey(message => message.Id);
        builder.Property(message => message.Id).ValueGeneratedOnAdd();
        builder.Property(message => message.Kind).HasMaxLength(60);
        builder.Property(message => message.LeaseUntil).IsConcurrencyToken();
        builder.Ignore(message => message.Owner);
        builder.HasIndex(message => new { message.SubjectId, message.Id });
        builder.HasIndex(message => message.DueAt);
    }
}

internal static class OutboxSets
{
    extension(PlatformDb db)
    {
        public DbSet<OutboxMessage> OutboxMessages => db.Set<OutboxMessage>();
    }
}
