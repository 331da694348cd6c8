using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Foundation.Tenancy;

internal sealed class TenancyMapping :
    IEntityTypeConfiguration<Tenant>,
    IEntityTypeConfiguration<TenantRegionKey>,
    IEntityTypeConfiguration<Member>,
    IEntityTypeConfiguration<App>,
    IEntityTypeConfiguration<AppAdmission>,
    IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Tenant> builder)
    {
        builder.ToTable("tenants").HasKey(tenant => tenant.Id);
        builder.Property(tenant => tenant.Slug).HasMaxLength(63);
        builder.Property(tenant => tenant.Name).HasMaxLength(160);
        builder.Property(tenant => tenant.Version).IsConcurrencyToken();
        builder.HasIndex(tenant => tenant.Slug).IsUnique();
        builder.HasMany(tenant => tenant.RegionKeys).WithOne().HasForeignKey(key => key.TenantId);
    }

    public void Configure(EntityTypeBuilder<TenantRegionKey> builder)
    {
        builder.ToTable("tenant_region_keys").HasKey(key => new { key.TenantId, key.Key, key.ValidFrom });
        builder.Property(key => key.Key).HasMaxLength(12);
        builder.HasIndex(key => key.Key);
    }

    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members").HasKey(member => new { member.TenantId, member.AccountId });
        builder.Property(member => member.Name).HasMaxLength(160);
        builder.Property(member => member.Mail).HasMaxLength(254);
        builder.Property(member => member.Version).IsConcurrencyToken();
        builder.HasIndex(member => member.AccountId);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(member => member.TenantId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<App> builder)
    {
        builder.ToTable("apps").HasKey(app => app.Id);
        builder.Property(app => app.Name).HasMaxLength(160);
        builder.Property(app => app.Homepage).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<AppAdmission> builder)
    {
        builder.ToTable("app_admissions").HasKey(admission => new { admission.TenantId, admission.ClientId });
        builder.Property(admission => admission.ClientId).HasMaxLength(100);
        builder.HasOne<Tenant>().WithMany().HasForeignKey(admission => admission.TenantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<App>().WithMany().HasForeignKey(admission => admission.AppId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Client> builder)
    {
        builder.ToTable("clients").HasKey(client => client.ClientId);
        builder.Property(client => client.ClientId).HasMaxLength(100);
    }
}

internal static class TenancySets
{
    extension(PlatformDb db)
    {
        public DbSet<Tenant> Tenants => db.Set<Tenant>();

        public DbSet<Member> Members => db.Set<Member>();

        public DbSet<App> Apps => db.Set<App>();

        public DbSet<AppAdmission> AppAdmissions => db.Set<AppAdmission>();

        public DbSet<Client> Clients => db.Set<Client>();

        /// <summary>The tenant that runs the network; null before <c>create-network</c>.</summary>
        public Task<Tenant?> FindOfficeAsync(CancellationToken cancellationToken) =>
            db.Tenants.AsNoTracking().FirstOrDefaultAsync(tenant => tenant.Kind == TenantKind.Office, cancellationToken);
    }
}
