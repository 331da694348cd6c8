using System.Data.Common;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Features.Tenants;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Data.Sqlite;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KoKo.Platform.Tests.Foundation.Data.Sqlite;

/// <summary>The seeding alone, in folders of its own.</summary>
public sealed class DemoWorldTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("koko-seeding-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Is_whole_in_the_end_however_often_its_start_is_killed()
    {
        await using var whole = await PreparedAsync("whole", new Killer());
        await whole.SeedDemoWorldAsync(Stop);

        var killer = new Killer();
        await using var killed = await PreparedAsync("killed", killer);
        var kills = 0;
        while (await IsKilledAsync(killed, killer, commits: 1 + (kills % 3)))
        {
            kills++;
        }

        Assert.InRange(kills, DemoTenants.All.Count, int.MaxValue);
        Assert.Equal(Rows("whole"), Rows("killed"));
    }

    [Fact]
    public async Task Leaves_an_installation_alone_that_is_somebodys_own()
    {
        await using var app = await PreparedAsync("own", new Killer());
        await using (var scope = app.Services.GetRequiredService<TenantScopes>().Open(TenantContext.Anonymous))
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            db.Tenants.Add(new Tenant("netzwerk", "Netzwerk", TenantKind.Office, DateTime.UnixEpoch));
            await db.SaveChangesAsync(Stop);
        }

        await app.SeedDemoWorldAsync(Stop);

        Assert.Equal((1, 0), (Rows("own")["tenants"], Rows("own")["account_users"]));
    }

    private static async Task<bool> IsKilledAsync(WebApplication app, Killer killer, int commits)
    {
        killer.Left = commits;
        try
        {
            await app.SeedDemoWorldAsync(Stop);
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is KilledException)
        {
            return true;
        }
    }

    private async Task<WebApplication> PreparedAsync(string name, Killer killer)
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Development", $"--Data:Path={Path.Combine(folder, name)}"]);
        builder.Logging.ClearProviders();
        builder.AddData().AddTenancy().AddPublishing().AddJobs().AddMail().AddSearch().AddLibrary().AddNetwork().AddTenants().AddIdentityAndTokens().AddInvitations().AddApi();
        builder.Services.ConfigureDbContext<SqlitePlatformDb>(options => options.AddInterceptors(killer));
        var app = builder.Build();
        Assert.True(await app.DatabaseIsReadyAsync(Console.Error, Stop));
        return app;
    }

    private Dictionary<string, long> Rows(string name)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, name, "koko.db")}");
        connection.Open();
        var tables = Column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        return tables.ToDictionary(table => table, table => (long)Column(connection, $"SELECT count(*) FROM \"{table}\"").Select(count => long.Parse(count, System.Globalization.CultureInfo.InvariantCulture)).Single());
    }

    private static List<string> Column(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.GetValue(0).ToString()!);
        }

        return values;
    }

    private sealed class KilledException : Exception;

    /// <summary>Lets so many commits through and ends at the next: what was not committed is lost, as when a process dies.</summary>
    private sealed class Killer : DbTransactionInterceptor
    {
        public int Left { get; set; } = int.MaxValue;

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            Left-- > 0 ? ValueTask.FromResult(result) : throw new KilledException();
    }
}
