#pragma warning disable RS0030 // asks what the database believes, past every filter
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Foundation.Data.Postgres;

/// <summary>Whose a connection is, with a pool of two, so that everybody gets a connection that somebody had before.</summary>
public sealed class PostgresPrincipalTests(PlatformWorld world) : IAsyncLifetime
{
    private static readonly Guid Duisburg = DemoIds.Tenant("duisburg");
    private static readonly Guid Krefeld = DemoIds.Tenant("krefeld");

    private WebApplication? rooms;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TenantScopes Scopes => rooms!.Get<TenantScopes>();

    public async ValueTask InitializeAsync()
    {
        if (TestDatabase.IsThere)
        {
            rooms = await Rooms.OpenAsync(new Dictionary<string, string?>
            {
                ["Data:Path"] = world.Setting("Data:Path"),
                ["Database:Provider"] = "Postgres",
                ["ConnectionStrings:Platform"] = $"{world.Setting("ConnectionStrings:Platform")};Application Name={Guid.NewGuid():N};Maximum Pool Size=2",
            });
        }
    }

    public ValueTask DisposeAsync() => rooms?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_connection_never_shows_the_rows_of_the_one_before()
    {
        var seen = new List<(Guid[] Tenants, int Process)>();
        foreach (var tenant in (Guid[])[Duisburg, Krefeld, Duisburg])
        {
            await using var scope = await OpenAsync(tenant);
            seen.Add(await LookAsync(scope));
        }

        await using (var nobody = Scopes.Open(TenantContext.Anonymous))
        {
            seen.Add(await LookAsync(nobody));
        }

        await using (var unknown = rooms!.Services.CreateAsyncScope())
        {
            seen.Add(await LookAsync(unknown));
        }

        Assert.Equal([[Duisburg], [Krefeld], [Duisburg], [], []], seen.Select(look => look.Tenants));
        Assert.True(seen.Select(look => look.Process).Distinct().Count() < seen.Count, "No connection was used twice, so nothing was tested.");
    }

    [Fact]
    public async Task Neither_does_one_whose_transaction_was_left_open_or_failed()
    {
        await using (var left = await OpenAsync(Duisburg))
        {
            await Db(left).Database.BeginTransactionAsync(Stop);
            Assert.Equal([Duisburg], (await LookAsync(left)).Tenants);
        }

        await using (var failed = await OpenAsync(Duisburg))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Db(failed).Database.SqlQueryRaw<int>("SELECT 1 / 0 AS \"Value\"").SingleAsync(Stop));
        }

        await using var next = await OpenAsync(Krefeld);
        Assert.Equal([Krefeld], (await LookAsync(next)).Tenants);
    }

    [Fact]
    public async Task Takes_no_command_once_the_principal_changed_while_it_was_open()
    {
        await using var scope = rooms!.Services.CreateAsyncScope();
        var db = Db(scope);
        await db.Database.OpenConnectionAsync(Stop);
        scope.ServiceProvider.GetRequiredService<TenantContextAccessor>().Set(TenantContext.Anonymous);

        await Assert.ThrowsAsync<TenantMismatchException>(() => db.Tenants.CountAsync(Stop));
        await Assert.ThrowsAsync<TenantMismatchException>(() => db.Tenants.ExecuteUpdateAsync(set => set.SetProperty(tenant => tenant.Name, "x"), Stop));

        await db.Database.CloseConnectionAsync();
        Assert.True(await db.Tenants.CountAsync(Stop) > 10);
    }

    [Fact]
    public async Task Is_the_owners_inside_the_callers_transaction_and_the_callers_again_afterwards()
    {
        await using var scope = await OpenAsync(Krefeld);
        var db = Db(scope);
        await using var transaction = await db.Database.BeginTransactionAsync(Stop);
        var before = await SettingAsync(db, "koko.tenant");

        var (inside, process) = await Owners(scope).RunAsync(
            new Owner(OwnerKind.Tenant, Duisburg),
            async (_, owners) => (await SettingAsync(owners, "koko.tenant"), await ProcessAsync(owners)),
            Stop);

        Assert.Equal(($"{Krefeld}", $"{Duisburg}", $"{Krefeld}"), (before, inside, await SettingAsync(db, "koko.tenant")));
        Assert.Equal(process, await ProcessAsync(db));
        Assert.Equal([Krefeld], (await LookAsync(scope)).Tenants);
    }

    [Fact]
    public async Task After_a_failure_of_the_owners_work_it_takes_no_command_of_the_caller()
    {
        await using var scope = await OpenAsync(Krefeld);
        var db = Db(scope);
        await using (await db.Database.BeginTransactionAsync(Stop))
        {
            await Assert.ThrowsAsync<IOException>(() => Owners(scope).RunAsync<int>(new Owner(OwnerKind.Tenant, Duisburg), (_, _) => throw new IOException(), Stop));

            await Assert.ThrowsAsync<TenantMismatchException>(() => SettingAsync(db, "koko.tenant"));
        }

        Assert.Equal([Krefeld], (await LookAsync(scope)).Tenants);
    }

    private static PlatformDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PlatformDb>();

    private static OwnerContext Owners(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<OwnerContext>();

    private Task<AsyncServiceScope> OpenAsync(Guid tenant) => Scopes.OpenAsync(new Owner(OwnerKind.Tenant, tenant), Stop);

    /// <summary>Of which tenants members are shown, whatever the filters of the program would say.</summary>
    private static async Task<(Guid[] Tenants, int Process)> LookAsync(AsyncServiceScope scope) =>
        (await Db(scope).Database.SqlQueryRaw<Guid>("SELECT DISTINCT tenant_id AS \"Value\" FROM members").ToArrayAsync(Stop), await ProcessAsync(Db(scope)));

    private static Task<int> ProcessAsync(PlatformDb db) => db.Database.SqlQueryRaw<int>("SELECT pg_backend_pid() AS \"Value\"").SingleAsync(Stop);

    private static Task<string> SettingAsync(PlatformDb db, string name) => db.Database.SqlQuery<string>($"SELECT current_setting({name}) AS \"Value\"").SingleAsync(Stop);
}
