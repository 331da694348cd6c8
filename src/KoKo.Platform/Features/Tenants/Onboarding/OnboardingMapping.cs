using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Features.Tenants.Onboarding;

internal sealed class OnboardingMapping : IEntityTypeConfiguration<OnboardingApplication>
{
    public void Configure(EntityTypeBuilder<OnboardingApplication> builder)
    {
        builder.ToTable("onboarding_applications").HasKey(application => new { application.OwnerId, application.Id });
        builder.Property(application => application.Name).HasMaxLength(OnboardingRules.LongestName);
        builder.Property(application => application.RegionKey).HasMaxLength(12);
        builder.Property(application => application.OpenKey).HasMaxLength(12);
        builder.Property(application => application.ContactName).HasMaxLength(OnboardingRules.LongestName);
        builder.Property(application => application.ContactMail).HasMaxLength(MailAddress.Longest);
        builder.Property(application => application.ContactFunction).HasMaxLength(OnboardingRules.LongestFunction);
        builder.Property(application => application.DecidedBy).HasMaxLength(100);
        builder.Property(application => application.RefusalReason).HasMaxLength(OnboardingRules.LongestReason);
        builder.Property(application => application.Version).IsConcurrencyToken();
        builder.HasIndex(application => new { application.OwnerId, application.OpenKey }).IsUnique();
        builder.HasIndex(application => new { application.OwnerId, application.AppliedAt, application.Id });
    }
}

internal static class OnboardingSets
{
    extension(PlatformDb db)
    {
        public DbSet<OnboardingApplication> Onboardings => db.Set<OnboardingApplication>();
    }
}
