using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Features.Conferences.Registrations;

internal sealed class RegistrationMapping : IEntityTypeConfiguration<SeatLedger>, IEntityTypeConfiguration<ConferenceSeats>, IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<SeatLedger> builder)
    {
        builder.ToTable("seat_ledgers", table => table.HasCheckConstraint("ck_seat_ledgers_seats", "confirmed >= 0 AND confirmed <= capacity AND waiting >= 0"));
        builder.HasKey(ledger => new { ledger.TenantId, ledger.ConferenceId });
        builder.Ignore(ledger => ledger.Free);
        builder.HasOne<Conference>().WithOne().HasForeignKey<SeatLedger>(ledger => new { ledger.TenantId, ledger.ConferenceId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ConferenceSeats> builder) => builder.ToTable("conference_seats");

    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("registrations").HasKey(registration => new { registration.OwnerId, registration.Id });
        builder.Property(registration => registration.ParticipantName).HasMaxLength(160);
        builder.Property(registration => registration.Organisation).HasMaxLength(160);
        builder.Property(registration => registration.Note).HasMaxLength(1000);
        builder.Property(registration => registration.UniqueKey).HasMaxLength(320); // an upper-cased ß has two letters
        builder.Property(registration => registration.Version).IsConcurrencyToken();
        builder.Ignore(registration => registration.IsCancelled);
        builder.HasIndex(registration => new { registration.OwnerId, registration.ConferenceId, registration.PartyId, registration.UniqueKey })
            .IsUnique().HasFilter("status <> 'Cancelled'");
        builder.HasIndex(registration => new { registration.OwnerId, registration.ConferenceId, registration.RegisteredAt });
        builder.HasIndex(registration => new { registration.PartyId, registration.ConferenceId });
        builder.HasOne<SeatLedger>().WithMany().HasForeignKey(registration => new { registration.OwnerId, registration.ConferenceId }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class RegistrationSets
{
    extension(PlatformDb db)
    {
        public DbSet<SeatLedger> SeatLedgers => db.Set<SeatLedger>();

        public DbSet<ConferenceSeats> ConferenceSeats => db.Set<ConferenceSeats>();

        public DbSet<Registration> Registrations => db.Set<Registration>();
    }
}
