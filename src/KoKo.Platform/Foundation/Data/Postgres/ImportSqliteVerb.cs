#pragma warning disable RS0030 // copies whole tables as the owner of both databases, which no request reaches
using KoKo.Platform.Foundation.Commands;
using KoKo.Platform.Foundation.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>
/// <c>import-sqlite FILE</c>: moves an installation from its SQLite file to PostgreSQL. The database is migrated and
/// empty before; afterwards it holds every row, or, where anything fails, none. The file is only read.
/// </summary>
internal sealed class ImportSqliteVerb : IVerb
{
    public string Name => "import-sqlite";

    public string Usage => "FILE";

    public async Task<int> RunAsync(WebApplication app, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments is not [var file])
        {
            return await Verbs.NotUnderstoodAsync(this, output);
        }

        var options = app.Configuration.GetSection(PostgresOptions.Section).Get<PostgresOptions>() ?? new PostgresOptions();
        if (MigrateVerb.Fault(app, options) is { } fault)
        {
            await output.WriteLineAsync(fault);
            return Verbs.Refused;
        }

        if (!File.Exists(file))
        {
            await output.WriteLineAsync($"There is no file '{file}'.");
            return Verbs.Refused;
        }

        await using var source = SqlitePlatformDbFactory.Create($"Data Source={file};Mode=ReadWrite");
        await using var target = PostgresPlatformDbFactory.Create(options.Migrations!);
        return await ImportAsync(source, target, output, cancellationToken);
    }

    private static async Task<int> ImportAsync(SqlitePlatformDb source, PostgresPlatformDb target, TextWriter output, CancellationToken cancellationToken)
    {
        if (await FaultAsync(source, target, cancellationToken) is { } fault)
        {
            await output.WriteLineAsync(fault);
            return Verbs.Refused;
        }

        await using var from = await source.Database.BeginTransactionAsync(cancellationToken); // one state of the file, whoever writes meanwhile
        await using var into = await target.Database.BeginTransactionAsync(cancellationToken);
        foreach (var table in TableCopy.Of(source, target))
        {
            await output.WriteLineAsync($"{table.Name}: {await table.CopyAsync(cancellationToken)}");
        }

        await into.CommitAsync(cancellationToken);
        await output.WriteLineAsync("Everything is copied. Keep the folder 'keys', or name its key in Keys:Wrapping.");
        return Verbs.Done;
    }

    private static async Task<string?> FaultAsync(SqlitePlatformDb source, PostgresPlatformDb target, CancellationToken cancellationToken)
    {
        var applied = await source.Database.GetAppliedMigrationsAsync(cancellationToken);
        return !applied.SequenceEqual(source.Database.GetMigrations()) ? "The file has the schema of another version: start this version on it once, then stop it and import."
            : (await target.Database.GetPendingMigrationsAsync(cancellationToken)).Any() ? "PostgreSQL has not this version's schema: run the verb 'migrate' first."
            : await target.Users.AnyAsync(cancellationToken) || await target.Set<Tenancy.Tenant>().AnyAsync(cancellationToken) ? "The PostgreSQL database is not empty. Nothing was copied."
            : null;
    }
}
