using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Features.Mediators.Requests;

internal sealed class MediationMapping : IEntityTypeConfiguration<MediationRequest>, IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<MediationRequest> builder)
    {
        builder.ToTable("mediation_requests").HasKey(request => new { request.OwnerId, request.Id });
        builder.Property(request => request.MediatorName).HasMaxLength(160);
        builder.Property(request => request.TenantName).HasMaxLength(160);
        builder.Property(request => request.TimeZone).HasMaxLength(60);
        builder.Property(request => request.Topic).HasMaxLength(40);
        builder.Property(request => request.Level).HasMaxLength(40);
        builder.Property(request => request.Note).HasMaxLength(500);
        builder.Property(request => request.ContactFunction).HasMaxLength(120);
        builder.Property(request => request.RefusalReason).HasMaxLength(500);
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.HasIndex(request => new { request.PartyId, request.CreatedAt });
        builder.HasIndex(request => new { request.OwnerId, request.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings").HasKey(booking => new { booking.OwnerId, booking.Id });
        builder.Property(booking => booking.MediatorName).HasMaxLength(160);
        builder.Property(booking => booking.TenantName).HasMaxLength(160);
        builder.Property(booking => booking.TimeZone).HasMaxLength(60);
        builder.Property(booking => booking.Topic).HasMaxLength(40);
        builder.Property(booking => booking.CancelledAt).IsConcurrencyToken();
        builder.HasOne<MediationRequest>().WithMany().HasForeignKey(booking => new { booking.OwnerId, booking.RequestId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(booking => new { booking.OwnerId, booking.Start });
        builder.HasIndex(booking => new { booking.PartyId, booking.Start });
    }
}

internal static class MediationSets
{
    extension(PlatformDb db)
    {
        public DbSet<MediationRequest> MediationRequests => db.Set<MediationRequest>();

        public DbSet<Booking> Bookings => db.Set<Booking>();
    }
}
