using System.ComponentModel.DataAnnotations;
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

internal static class DataSetup
{
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DataOptions>().Bind(builder.Configuration.GetSection("Data")).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SqliteWriteGate>();
        builder.Services.AddSingleton<OwnershipInterceptor>();
        builder.Services.AddDbContext<PlatformDb, SqlitePlatformDb>((services, options) => options
            .UseSqlite(ConnectionString(services))
            .AddInterceptors(services.GetRequiredService<SqliteWriteGate>(), services.GetRequiredService<OwnershipInterceptor>()));
        return builder;
    }

    /// <summary>Brings the database to this version's schema.</summary>
    public static async Task MigrateAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(app.Services.GetRequiredService<IOptions<DataOptions>>().Value.FullPath);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static string ConnectionString(IServiceProvider services)
    {
        var file = System.IO.Path.Combine(services.GetRequiredService<IOptions<DataOptions>>().Value.FullPath, "koko.db");
        return $"Data Source={file};Foreign Keys=True;Default Timeout=30";
    }
}
