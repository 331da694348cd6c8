using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>A key of the token server, wrapped; in the database so that every replica and every restart has the same.</summary>
internal sealed class SigningKey(string name, byte[] wrapped, DateTime createdAt) : IGlobal
{
    /// <summary>What it is for; the key of the table, so that two replicas starting at once end with one.</summary>
    public string Name { get; private set; } = name;

    public byte[] Wrapped { get; private set; } = wrapped;

    public DateTime CreatedAt { get; private set; } = createdAt;
}

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("signing_keys").HasKey(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(40);
    }
}

internal static class SigningKeySets
{
    extension(PlatformDb db)
    {
        public DbSet<SigningKey> SigningKeys => db.Set<SigningKey>();
    }
}
