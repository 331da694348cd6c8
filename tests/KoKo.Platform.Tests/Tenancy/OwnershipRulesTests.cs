using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Tenancy;

/// <summary>Wall 3: the filter when reading, the interceptor when writing.</summary>
public sealed class OwnershipRulesTests(PlatformWorld world)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_reads_only_its_own_members()
    {
        var tenants = await world.InsideAsync("duisburg", db => db.Members.Select(member => member.TenantId).Distinct().ToListAsync(Cancel));

        Assert.Equal([DemoIds.Tenant("duisburg")], tenants);
    }

    [Fact]
    public async Task A_person_reads_her_own_memberships_without_a_tenant()
    {
        var account = DemoIds.Account("editor@krefeld.example");
        await using var scope = Open(TenantContext.OfPerson(account));

        var memberships = await Db(scope).Members.ToListAsync(Cancel);

        Assert.Equal([(DemoIds.Tenant("krefeld"), account)], memberships.Select(member => (member.TenantId, member.AccountId)));
    }

    [Fact]
    public async Task Reading_a_tenants_rows_without_a_tenant_throws()
    {
        await using var scope = Open(TenantContext.Anonymous);

        await Assert.ThrowsAsync<TenantNotSetException>(() => Db(scope).AppAdmissions.ToListAsync(Cancel));
    }

    [Fact]
    public async Task Reading_without_any_context_throws()
    {
        await using var scope = world.Services.CreateAsyncScope();

        await Assert.ThrowsAsync<TenantNotSetException>(() => Db(scope).Members.ToListAsync(Cancel));
    }

    [Fact]
    public async Task Adding_a_row_of_another_tenant_throws()
    {
        var foreign = new AppAdmission(DemoIds.Tenant("krefeld"), DemoIds.Of("app/krefeld"), "stolen", [], DateTime.UnixEpoch);

        await Assert.ThrowsAsync<TenantMismatchException>(() => world.InsideAsync("duisburg", async db =>
        {
            db.Add(foreign);
            return await db.SaveChangesAsync(Cancel);
        }));
    }

    [Theory]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public async Task Changing_a_stub_of_another_tenant_throws(EntityState state)
    {
        var stub = new Member(DemoIds.Tenant("krefeld"), DemoIds.Account("editor@krefeld.example"), "stolen", "x@y.example", Roles.Administrator, DateTime.UnixEpoch);

        await Assert.ThrowsAsync<TenantMismatchException>(() => world.InsideAsync("duisburg", async db =>
        {
            db.Entry(stub).State = state;
            return await db.SaveChangesAsync(Cancel);
        }));
        Assert.NotEqual("stolen", await world.InsideAsync("krefeld", db => db.Members.Where(member => member.AccountId == stub.AccountId).Select(member => member.Name).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task A_stub_with_the_own_tenant_and_a_foreign_id_changes_nothing()
    {
        var stub = new Member(DemoIds.Tenant("duisburg"), DemoIds.Account("editor@krefeld.example"), "stolen", "x@y.example", Roles.Administrator, DateTime.UnixEpoch);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => world.InsideAsync("duisburg", async db =>
        {
            db.Entry(stub).State = EntityState.Deleted;
            return await db.SaveChangesAsync(Cancel);
        }));
    }

    [Fact]
    public async Task Releasing_a_row_in_the_name_of_another_publisher_throws()
    {
        var foreign = new Tombstone(Guid.NewGuid(), Audience.Network, DemoIds.Tenant("krefeld"), DateTime.UnixEpoch);

        await Assert.ThrowsAsync<TenantMismatchException>(() => world.InsideAsync("duisburg", async db =>
        {
            db.Add(foreign);
            return await db.SaveChangesAsync(Cancel);
        }));
    }

    [Fact]
    public async Task A_publisher_works_on_nobody_elses_rows()
    {
        await using var scope = await world.Services.GetRequiredService<TenantScopes>().OpenAsync(new Owner(OwnerKind.Tenant, DemoIds.Tenant("duisburg")), Cancel);
        var publisher = scope.ServiceProvider.GetRequiredService<Publisher>();

        Assert.Throws<TenantMismatchException>(() => publisher.Own<Tombstone>(new Owner(OwnerKind.Tenant, DemoIds.Tenant("krefeld"))));
    }

    [Fact]
    public void The_principal_is_set_once()
    {
        var accessor = new TenantContextAccessor();
        accessor.Set(TenantContext.Anonymous);

        Assert.Throws<TenantMismatchException>(() => accessor.Set(TenantContext.OfPerson(Guid.NewGuid())));
    }

    private static PlatformDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PlatformDb>();

    private AsyncServiceScope Open(TenantContext context) => world.Services.GetRequiredService<TenantScopes>().Open(context);
}
