using System.Linq.Expressions;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace KoKo.Platform.Foundation.Data;

/// <summary>Walls 1 to 3 by convention: filter, key of released rows, and the owner's stamp.</summary>
internal static class OwnershipConvention
{
    public static void Apply(ModelBuilder builder, Func<Type, (string Name, LambdaExpression Filter)?> filterOf)
    {
        // What has no key yet was only met on the way to a JSON column; asking for its builder would make an entity of it.
        foreach (var type in builder.Model.GetEntityTypes().Where(type => !type.IsOwned() && IsOurs(type.ClrType) && HasKey(type)).ToList())
        {
            var entity = builder.Entity(type.ClrType);
            if (filterOf(type.ClrType) is { } filter)
            {
                entity.HasQueryFilter(filter.Name, filter.Filter);
            }

            Key(entity, type.ClrType);
            Stamp(entity, type.ClrType);
        }
    }

    // The tables of Identity and OpenIddict keep their own shape.
    private static bool IsOurs(Type type) => type.Assembly == typeof(OwnershipConvention).Assembly;

    private static bool HasKey(IReadOnlyEntityType type) => type.FindPrimaryKey() is not null || type.ClrType.IsAssignableTo(typeof(IReleased));

    private static void Key(EntityTypeBuilder entity, Type type)
    {
        if (type.IsAssignableTo(typeof(IReleased)))
        {
            entity.HasKey(nameof(IReleased.ItemId), nameof(IReleased.Audience));
            entity.Property(nameof(IReleased.Audience)).HasMaxLength(60);
            entity.HasIndex(nameof(IReleased.PublisherId), nameof(IReleased.ItemId));
            entity.Property(nameof(IReleased.ItemId)).ValueGeneratedNever();
        }

        // The entity gives itself a random id; a provider's default would be a v7, which tells the time.
        if (type.GetProperty("Id") is { } id && id.PropertyType == typeof(Guid))
        {
            entity.Property("Id").ValueGeneratedNever();
        }
    }

    private static void Stamp(EntityTypeBuilder entity, Type type)
    {
        if (type.IsAssignableTo(typeof(ITenantOwned)))
        {
            entity.Property(nameof(ITenantOwned.TenantId)).HasValueGenerator<OwnTenantId>().ValueGeneratedOnAdd();
        }

        if (type.IsAssignableTo(typeof(IPersonOwned)))
        {
            entity.Property(nameof(IPersonOwned.AccountId)).HasValueGenerator<OwnAccountId>().ValueGeneratedOnAdd();
        }
    }

    private sealed class OwnTenantId : ValueGenerator<Guid>
    {
        public override bool GeneratesTemporaryValues => false;

        public override Guid Next(EntityEntry entry) =>
            ((PlatformDb)entry.Context).Context.Tenant?.Id ?? throw new TenantNotSetException();
    }

    private sealed class OwnAccountId : ValueGenerator<Guid>
    {
        public override bool GeneratesTemporaryValues => false;

        public override Guid Next(EntityEntry entry) =>
            ((PlatformDb)entry.Context).Context.AccountId ?? throw new TenantNotSetException();
    }
}
