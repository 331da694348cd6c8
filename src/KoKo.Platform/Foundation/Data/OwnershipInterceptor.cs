using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KoKo.Platform.Foundation.Data;

/// <summary>Wall 3, the writing half: every added, changed or deleted row belongs to the owner whose context this is.</summary>
internal sealed class OwnershipInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check((PlatformDb)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Check((PlatformDb)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Check(PlatformDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            switch (entry.Entity)
            {
                case ITenantOwned row:
                    Require(row.TenantId == db.Context.Tenant?.Id && Unchanged(entry, nameof(row.TenantId)), entry);
                    break;
                case IPersonOwned row:
                    Require(row.AccountId == db.Context.AccountId && Unchanged(entry, nameof(row.AccountId)), entry);
                    break;
                case IReleased row:
                    Require(IsSelf(db, row.PublisherId) && Unchanged(entry, nameof(row.PublisherId)), entry);
                    break;
                case ITwoParty row:
                    Require((IsSelf(db, row.OwnerId) || IsSelf(db, row.PartyId)) && Unchanged(entry, nameof(row.OwnerId)) && Unchanged(entry, nameof(row.PartyId)), entry);
                    break;
            }
        }
    }

    private static bool IsSelf(PlatformDb db, Guid id) =>
        id != Guid.Empty && (id == db.Context.Tenant?.Id || id == db.Context.AccountId);

    private static bool Unchanged(EntityEntry entry, string property) =>
        entry.State == EntityState.Added || !entry.Property(property).IsModified;

    private static void Require(bool holds, EntityEntry entry)
    {
        if (!holds)
        {
            throw new TenantMismatchException($"A {entry.Metadata.ClrType.Name} of another owner was about to be written.");
        }
    }
}
