using System.ComponentModel.DataAnnotations;
using KoKo.Platform.Foundation.Data.Postgres;
using KoKo.Platform.Foundation.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Data;

/// <summary>Where everything lives that is not configuration: database, index, mails, wrapped keys.</summary>
internal sealed record DataOptions
{
    [Required]
    public string Path { get; init; } = "data";

    public string FullPath => System.IO.Path.GetFullPath(Path);
}

internal enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

internal sealed record DatabaseOptions
{
    public DatabaseProvider Provider { get; init; }
}

internal static class DataSetup
{
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DataOptions>().Bind(builder.Configuration.GetSection("Data")).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<DatabaseOptions>().Bind(builder.Configuration.GetSection("Database"));
        builder.Services.AddSingleton<OwnershipInterceptor>();
        builder.Services.AddSingleton<CommitBell>();
        if (builder.Configuration.GetValue<DatabaseProvider>("Database:Provider") == DatabaseProvider.Postgres)
        {
            builder.AddPostgres();
        }
        else
        {
            builder.AddSqlite();
        }

        return builder;
    }

    /// <summary>SQLite is brought to this version's schema; PostgreSQL is only looked at: migrating it is the verb's.</summary>
    /// <returns>False where the platform must not work on this database; the output says why.</returns>
    public static async Task<bool> DatabaseIsReadyAsync(this WebApplication app, TextWriter output, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(app.Services.GetRequiredService<IOptions<DataOptions>>().Value.FullPath);
        if (app.Services.GetService<PostgresCheck>() is { } check)
        {
            return await check.IsPassedAsync(output, cancellationToken);
        }

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().Database.MigrateAsync(cancellationToken);
        return true;
    }
}
