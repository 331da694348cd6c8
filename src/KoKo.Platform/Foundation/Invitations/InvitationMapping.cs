using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Foundation.Invitations;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>, IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations").HasKey(invitation => new { invitation.TenantId, invitation.Id });
        builder.Property(invitation => invitation.Kind).HasMaxLength(40);
        builder.Property(invitation => invitation.Name).HasMaxLength(160);
        builder.Property(invitation => invitation.Mail).HasMaxLength(254);
        builder.Property(invitation => invitation.InvitedBy).HasMaxLength(100);
        builder.HasIndex(invitation => new { invitation.TenantId, invitation.InvitedAt, invitation.Id });
        builder.HasOne<Tenant>().WithMany().HasForeignKey(invitation => invitation.TenantId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets").HasKey(ticket => ticket.TokenHash);
        builder.Property(ticket => ticket.TokenHash).HasMaxLength(64);
        builder.Property(ticket => ticket.Kind).HasMaxLength(40);
        builder.HasIndex(ticket => new { ticket.TenantId, ticket.SubjectId });
    }
}

internal static class InvitationSets
{
    extension(PlatformDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();

        public DbSet<Ticket> Tickets => db.Set<Ticket>();
    }
}
