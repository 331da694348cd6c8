using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Features.Mediators;

internal sealed class MediatorMapping :
    IEntityTypeConfiguration<MediatorProfile>,
    IEntityTypeConfiguration<ListingConsent>,
    IEntityTypeConfiguration<AvailabilityRule>,
    IEntityTypeConfiguration<AvailabilityException>,
    IEntityTypeConfiguration<MediatorListing>,
    IEntityTypeConfiguration<MediatorFreeWindows>
{
    public void Configure(EntityTypeBuilder<MediatorProfile> builder)
    {
        builder.ToTable("mediator_profiles").HasKey(profile => profile.AccountId);
        builder.Property(profile => profile.Name).HasMaxLength(160);
        builder.Property(profile => profile.ContactMail).HasMaxLength(254);
        builder.Property(profile => profile.TimeZone).HasMaxLength(60);
        builder.Property(profile => profile.Content).HasJson();
        builder.Property(profile => profile.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<ListingConsent> builder)
    {
        builder.ToTable("listing_consents").HasKey(consent => new { consent.AccountId, consent.Id });
        builder.Property(consent => consent.TextVersion).HasMaxLength(20);
        builder.Property(consent => consent.TextHash).HasMaxLength(64);
        builder.Property(consent => consent.Actor).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<AvailabilityRule> builder)
    {
        builder.ToTable("availability_rules").HasKey(rule => new { rule.AccountId, rule.Id });
    }

    public void Configure(EntityTypeBuilder<AvailabilityException> builder)
    {
        builder.ToTable("availability_exceptions").HasKey(exception => new { exception.AccountId, exception.Date });
        builder.Property(exception => exception.Windows).HasJson();
    }

    public void Configure(EntityTypeBuilder<MediatorListing> builder)
    {
        builder.ToTable("mediator_listings");
        builder.Property(listing => listing.Name).HasMaxLength(160);
        builder.Property(listing => listing.Role).HasMaxLength(40);
        builder.Property(listing => listing.TimeZone).HasMaxLength(60);
        builder.Property(listing => listing.Details).HasJson();
        builder.HasIndex(listing => listing.VisibleSince);
        builder.HasIndex(listing => new { listing.Name, listing.ItemId });
    }

    public void Configure(EntityTypeBuilder<MediatorFreeWindows> builder)
    {
        builder.ToTable("mediator_free_windows");
        builder.Property(windows => windows.TimeZone).HasMaxLength(60);
        builder.Property(windows => windows.Windows).HasJson();
    }
}

internal static class MediatorSets
{
    extension(PlatformDb db)
    {
        public DbSet<MediatorProfile> MediatorProfiles => db.Set<MediatorProfile>();

        public DbSet<ListingConsent> ListingConsents => db.Set<ListingConsent>();

        public DbSet<AvailabilityRule> AvailabilityRules => db.Set<AvailabilityRule>();

        public DbSet<AvailabilityException> AvailabilityExceptions => db.Set<AvailabilityException>();

        public DbSet<MediatorListing> MediatorListings => db.Set<MediatorListing>();

        public DbSet<MediatorFreeWindows> MediatorFreeWindows => db.Set<MediatorFreeWindows>();
    }
}
