using System.Linq.Expressions;
using System.Reflection;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Data;

/// <summary>
/// The one model for every provider. It knows no area: mappings are found by scanning, and what an entity says on its
/// class line decides its filter, its stamp and its keys.
/// </summary>
internal abstract class PlatformDb(DbContextOptions options, TenantContextAccessor accessor)
    : IdentityUserContext<Account, Guid>(options), IDataProtectionKeyContext
{
    public const string OwnerFilter = "Owner";
    public const string AudienceFilter = "Audience";

    private TenantContext? context;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Whose context this is; throws when the principal was never set or changed after the first use.</summary>
    public TenantContext Context
    {
        get
        {
            var current = accessor.Context;
            context ??= current;
            return ReferenceEquals(context, current) ? context : throw new TenantMismatchException("The principal changed after the context was used.");
        }
    }

    /// <summary>The same for the database, which is asked before anybody is known, too; null = nobody yet.</summary>
    public TenantContext? Principal => accessor.IsSet ? Context : null;

    private Guid OwnTenantId => Context.Tenant?.Id ?? throw new TenantNotSetException();

    private Guid OwnAccountId => Context.AccountId ?? throw new TenantNotSetException();

    // Guid.Empty is nobody's id: a side that is not there matches no row.
    private Guid TenantIdOrNone => Context.Tenant?.Id ?? Guid.Empty;

    private Guid AccountIdOrNone => Context.AccountId ?? Guid.Empty;

    private string[] AudienceNames => [.. Context.Audiences.Names];

    /// <summary>Makes whoever comes with the same name wait until this transaction ends.</summary>
    public abstract Task LockAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a name for this context beyond any transaction, until <see cref="UnlockAsync"/> or the end of the process; false
    /// while another one has it.
    /// </summary>
    public abstract Task<bool> TryLockAsync(string name, CancellationToken cancellationToken);

    public abstract Task UnlockAsync(string name, CancellationToken cancellationToken);

    /// <summary>Locks the rows that are read, passing over those that another transaction locked; only inside a transaction.</summary>
    public abstract IQueryable<T> SkipLocked<T>(IQueryable<T> rows);

    /// <summary>Tells the database whose the connection is from now on.</summary>
    public abstract Task IdentifyAsync(CancellationToken cancellationToken);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        this.SaveAgainAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<Roles>().HaveConversion<int>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict<Guid>();
        builder.ApplyConfigurationsFromAssembly(typeof(PlatformDb).Assembly);
        OwnershipConvention.Apply(builder, FilterOf);
        SnakeCaseNames.Apply(builder);
    }

    private (string Name, LambdaExpression Filter)? FilterOf(Type type)
    {
        var method = type switch
        {
            _ when type.IsAssignableTo(typeof(IReadableByPerson)) => nameof(MineOrAboutMe),
            _ when type.IsAssignableTo(typeof(ITenantOwned)) => nameof(OfMyTenant),
            _ when type.IsAssignableTo(typeof(IPersonOwned)) => nameof(OfMyAccount),
            _ when type.IsAssignableTo(typeof(ITwoParty)) => nameof(OfEitherSide),
            _ when type.IsAssignableTo(typeof(IReleased)) => nameof(OfMyAudiences),
            _ => null,
        };
        if (method is null)
        {
            return null;
        }

        var filter = typeof(PlatformDb).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type);
        return (type.IsAssignableTo(typeof(IReleased)) ? AudienceFilter : OwnerFilter, (LambdaExpression)filter.Invoke(this, null)!);
    }

    private Expression<Func<T, bool>> OfMyTenant<T>()
        where T : class, ITenantOwned => row => row.TenantId == OwnTenantId;

    private Expression<Func<T, bool>> MineOrAboutMe<T>()
        where T : class, IReadableByPerson => row => row.TenantId == TenantIdOrNone || row.AccountId == AccountIdOrNone;

    private Expression<Func<T, bool>> OfMyAccount<T>()
        where T : class, IPersonOwned => row => row.AccountId == OwnAccountId;

    private Expression<Func<T, bool>> OfEitherSide<T>()
        where T : class, ITwoParty => row =>
            row.OwnerId == TenantIdOrNone || row.OwnerId == AccountIdOrNone || row.PartyId == TenantIdOrNone || row.PartyId == AccountIdOrNone;

    private Expression<Func<T, bool>> OfMyAudiences<T>()
        where T : class, IReleased => row =>
            AudienceNames.Contains(row.Audience) && !row.ShadowedBy.Any(richer => AudienceNames.Contains(richer));
}
