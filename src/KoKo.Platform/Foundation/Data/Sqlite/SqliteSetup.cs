using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Data.Sqlite;

internal static class SqliteSetup
{
    public static WebApplicationBuilder AddSqlite(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SqliteWriteGate>();
        builder.Services.AddDbContext<PlatformDb, SqlitePlatformDb>((services, options) => options
            .UseSqlite(ConnectionString(services.GetRequiredService<IOptions<DataOptions>>().Value))
            .AddInterceptors(services.GetRequiredService<SqliteWriteGate>(), services.GetRequiredService<OwnershipInterceptor>(), services.GetRequiredService<CommitBell>()));
        return builder;
    }

    private static string ConnectionString(DataOptions data) =>
        $"Data Source={Path.Combine(data.FullPath, "koko.db")};Foreign Keys=True;Default Timeout=30";
}
