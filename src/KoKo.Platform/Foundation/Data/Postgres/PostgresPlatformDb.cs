#pragma warning disable RS0030 // an advisory lock reads and writes no row
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>For many processes on one database, behind row-level security.</summary>
internal sealed class PostgresPlatformDb(DbContextOptions<PostgresPlatformDb> options, TenantContextAccessor accessor, PostgresPrincipal? principal = null)
    : PlatformDb(options, accessor)
{
    public override Task LockAsync(string name, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);

    public override async Task<bool> TryLockAsync(string name, CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken); // it stays open: the lock is the session's
        return (await Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock(hashtextextended({name}, 0)) AS \"Value\"").ToListAsync(cancellationToken)).Single();
    }

    public override Task UnlockAsync(string name, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock(hashtextextended({name}, 0))", cancellationToken);

    public override IQueryable<T> SkipLocked<T>(IQueryable<T> rows) => rows.TagWith(PostgresPrincipal.SkipLocked);

    public override Task IdentifyAsync(CancellationToken cancellationToken) =>
        principal?.IdentifyAsync(Database.GetDbConnection(), this, cancellationToken) ?? Task.CompletedTask;
}

/// <summary>For <c>dotnet ef</c>, and for the owner who migrates.</summary>
internal sealed class PostgresPlatformDbFactory : IDesignTimeDbContextFactory<PostgresPlatformDb>
{
    public PostgresPlatformDb CreateDbContext(string[] args) => Create("Host=design-time");

    /// <summary>Introduces itself as nobody: for a role that the policies let see everything, or nothing.</summary>
    public static PostgresPlatformDb Create(string connection) => new(
        new DbContextOptionsBuilder<PostgresPlatformDb>()
            .UseNpgsql(connection)
            .UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(IdentitySetup.ConfigureStores).BuildServiceProvider())
            .Options,
        new TenantContextAccessor());
}
