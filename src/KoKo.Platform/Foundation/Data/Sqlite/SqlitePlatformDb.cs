using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KoKo.Platform.Foundation.Data.Sqlite;

/// <summary>The embedded default: one file, one process.</summary>
internal sealed class SqlitePlatformDb : PlatformDb
{
    // Always in a transaction, also for one statement: only a transaction passes the write gate.
    public SqlitePlatformDb(DbContextOptions<SqlitePlatformDb> options, TenantContextAccessor accessor)
        : base(options, accessor) => Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

    // the write gate lets one transaction in at a time, and there is nobody to tell who is asking
    public override Task LockAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;

    // the file belongs to one process
    public override Task<bool> TryLockAsync(string name, CancellationToken cancellationToken) => Task.FromResult(true);

    public override Task UnlockAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;

    public override IQueryable<T> SkipLocked<T>(IQueryable<T> rows) => rows;

    public override Task IdentifyAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class SqlitePlatformDbFactory : IDesignTimeDbContextFactory<SqlitePlatformDb>
{
    public SqlitePlatformDb CreateDbContext(string[] args) => Create("Data Source=design-time.db");

    public static SqlitePlatformDb Create(string connection) => new(
        new DbContextOptionsBuilder<SqlitePlatformDb>()
            .UseSqlite(connection)
            // Identity reads there which tables it has; without it the passkeys would be missing in the migration
            .UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(IdentitySetup.ConfigureStores).BuildServiceProvider())
            .Options,
        new TenantContextAccessor());
}
