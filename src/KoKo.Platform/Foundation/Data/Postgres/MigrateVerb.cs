#pragma warning disable RS0030 // the owner's own statements, which no request reaches
using KoKo.Platform.Foundation.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>
/// <c>migrate</c>: brings a PostgreSQL database to this version's schema, policies and grants, as the owner of the tables.
/// </summary>
internal sealed class MigrateVerb : IVerb
{
    public string Name => "migrate";

    public string Usage => "";

    public async Task<int> RunAsync(WebApplication app, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments.Count > 0)
        {
            return await Verbs.NotUnderstoodAsync(this, output);
        }

        // what the platform itself needs to serve, such as its address, is not needed here
        var options = app.Configuration.GetSection(PostgresOptions.Section).Get<PostgresOptions>() ?? new PostgresOptions();
        if (Fault(app, options) is { } fault)
        {
            await output.WriteLineAsync(fault);
            return Verbs.Refused;
        }

        await MigrateAsync(options, cancellationToken);
        await output.WriteLineAsync("The database is migrated.");
        return Verbs.Done;
    }

    /// <summary>Migrates, then sets policies and grants in one transaction: before that the runtime role cannot reach a new table.</summary>
    public static async Task MigrateAsync(PostgresOptions options, CancellationToken cancellationToken)
    {
        await using var db = PostgresPlatformDbFactory.Create(options.Migrations!);
        await db.Database.OpenConnectionAsync(cancellationToken);

        // one migrator at a time, until its connection closes; EF's own lock needs the table that two first ones make at once
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(hashtextextended('koko migrate', 0))", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var owner = RoleOf(options.Migrations!)!;
        var runtime = RoleOf(options.Platform)!;
        await db.Database.ExecuteSqlRawAsync(RowLevelSecurity.Script(db, owner, runtime, await PoliciesAsync(db, cancellationToken)), [], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What keeps a verb of the owner from running, in a sentence.</summary>
    public static string? Fault(WebApplication app, PostgresOptions options) =>
        app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider != DatabaseProvider.Postgres ? "Database:Provider is not Postgres. SQLite migrates itself at each start."
        : options.Platform.Length == 0 ? PostgresOptions.Missing
        : options.Migrations is null ? "ConnectionStrings:Migrations is missing: how the owner of the tables reaches PostgreSQL."
        : RoleOf(options.Migrations) is not { Length: > 0 } owner || owner == RoleOf(options.Platform) ? "ConnectionStrings:Migrations and ConnectionStrings:Platform must name two roles: the owner of the tables, and one that owns nothing."
        : null;

    private static string? RoleOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Username;

    private static async Task<IReadOnlyList<(string Table, string Name)>> PoliciesAsync(PostgresPlatformDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<NamedPolicy>($"SELECT tablename AS \"Table\", policyname AS \"Name\" FROM pg_policies WHERE schemaname = 'public'").ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Table, row.Name))];
    }

    private sealed record NamedPolicy(string Table, string Name);
}
