using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Tenants;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Tenants;

public sealed class TenantDirectoryTests(PlatformWorld world)
{
    [Fact]
    public async Task Everybody_reads_an_entry_of_the_directory()
    {
        var tenant = (await world.Anonymous.SendAsync<GetTenant>(route: new { slug = "soest" })).As<TenantResponse>();

        Assert.Equal(
            (DemoIds.Tenant("soest"), "soest", "Soest, Stadt", TenantKind.Municipality, "05974040", "05", "Nordrhein-Westfalen", null),
            (tenant.Id, tenant.Slug, tenant.Name, tenant.Kind, Assert.Single(tenant.RegionKeys), tenant.LandKey, tenant.Land, tenant.District));
    }

    [Fact]
    public async Task A_slug_that_is_not_there_is_not_found() =>
        (await world.Anonymous.SendAsync<GetTenant>(route: new { slug = "nirgendwo" })).Refused(HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task The_directory_is_filtered_by_kind_and_Land()
    {
        var districts = (await world.Anonymous.SendAsync<ListTenants>(query: new { kind = "district", land = "05" })).As<Page<TenantResponse>>();

        Assert.Equal(["kreis-coesfeld", "kreis-olpe", "kreis-siegen-wittgenstein", "oberbergischer-kreis", "rhein-sieg-kreis"], districts.Items.Select(tenant => tenant.Slug));
    }

    [Fact]
    public async Task Pages_hold_every_tenant_once_in_the_order_of_a_phone_book()
    {
        var (found, cursor) = (new List<TenantResponse>(), (string?)null);
        do
        {
            var page = (await world.Anonymous.SendAsync<ListTenants>(query: new { limit = 7, cursor })).As<Page<TenantResponse>>();
            found.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(found.Select(tenant => tenant.Slug).Distinct(), found.Select(tenant => tenant.Slug));
        Assert.Empty(DemoTenants.All.Select(tenant => tenant.Slug).Except(found.Select(tenant => tenant.Slug)));
        Assert.Equal(["bocholt", "bonn", "dortmund", "duisburg", "dueren"], found.Select(tenant => tenant.Slug).Where(slug => slug is "bonn" or "dueren" or "duisburg" or "dortmund" or "bocholt"));
    }

    [Fact]
    public async Task A_wrong_filter_is_refused()
    {
        (await world.Anonymous.SendAsync<ListTenants>(query: new { land = "5" })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await world.Anonymous.SendAsync<ListTenants>(query: new { kind = "village" })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await world.Anonymous.SendAsync<ListTenants>(query: new { limit = 0 })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await world.Anonymous.SendAsync<ListTenants>(query: new { lnd = "05" })).Refused(HttpStatusCode.BadRequest, "unknown-parameter");
        (await world.Anonymous.SendAsync<ListTenants>(query: new { cursor = "tampered" })).Refused(HttpStatusCode.BadRequest, "invalid-cursor");
    }
}
