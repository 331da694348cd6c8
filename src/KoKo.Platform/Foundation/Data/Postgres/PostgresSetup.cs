using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>How PostgreSQL is reached: as the runtime role, and as the owner who alone migrates.</summary>
internal sealed record PostgresOptions
{
    public const string Section = "ConnectionStrings";

    public const string Missing = "ConnectionStrings:Platform is missing: how the platform reaches PostgreSQL, as a role that owns nothing.";

    /// <summary>The runtime role: owns nothing and cannot pass by row-level security.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The owner of the tables; needed by the verb <c>migrate</c> alone.</summary>
    public string? Migrations { get; init; }
}

internal static class PostgresSetup
{
    public static WebApplicationBuilder AddPostgres(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PostgresOptions>().Bind(builder.Configuration.GetSection(PostgresOptions.Section))
            .Validate(options => options.Platform.Length > 0, PostgresOptions.Missing).ValidateOnStart();
        builder.Services.AddSingleton<PostgresPrincipal>();
        builder.Services.AddSingleton<PostgresCheck>();
        builder.Services.AddDbContext<PlatformDb, PostgresPlatformDb>((services, options) => options
            .UseNpgsql(services.GetRequiredService<IOptions<PostgresOptions>>().Value.Platform)
            .AddInterceptors(services.GetRequiredService<PostgresPrincipal>(), services.GetRequiredService<OwnershipInterceptor>(), services.GetRequiredService<CommitBell>()));
        return builder;
    }
}
