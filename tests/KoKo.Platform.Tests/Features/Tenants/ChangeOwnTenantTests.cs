using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Tenants;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Tenants;

public sealed class ChangeOwnTenantTests(PlatformWorld world)
{
    [Fact]
    public async Task A_member_reads_the_own_tenant()
    {
        var reader = await world.PersonAsync(Roles.Reader, "bocholt");

        var answer = await reader.SendAsync<GetOwnTenant>();

        var tenant = answer.As<OwnTenantResponse>();
        Assert.Equal((DemoIds.Tenant("bocholt"), "Bocholt, Stadt", TenantState.Active, true, $"\"{tenant.Version}\""), (tenant.Id, tenant.Name, tenant.State, tenant.FourEyesRelease, answer.ETag));
    }

    [Fact]
    public async Task Nobody_has_an_own_tenant_without_a_token() =>
        (await world.Anonymous.SendAsync<GetOwnTenant>()).Refused(HttpStatusCode.Unauthorized, "unauthenticated");

    [Fact]
    public async Task An_administrator_changes_name_and_four_eyes_rule_once_per_version()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "kreis-olpe");
        var before = await administrator.SendAsync<GetOwnTenant>();

        var changed = await ChangeAsync(administrator, "Kreis Olpe (neu)", false, before.ETag!);
        var stale = await ChangeAsync(administrator, "Kreis Olpe (alt)", true, before.ETag!);

        Assert.Equal(("Kreis Olpe (neu)", false), (changed.As<OwnTenantResponse>().Name, changed.As<OwnTenantResponse>().FourEyesRelease));
        stale.Refused(HttpStatusCode.PreconditionFailed, "edited-meanwhile");
        Assert.Equal(changed.ETag, stale.ETag);
        Assert.Equal("Kreis Olpe (neu)", (await world.Anonymous.SendAsync<GetTenant>(route: new { slug = "kreis-olpe" })).As<TenantResponse>().Name);
        (await ChangeAsync(administrator, "Kreis Olpe", true, changed.ETag!)).As<OwnTenantResponse>();
    }

    [Fact]
    public async Task Changes_that_may_not_be_change_nothing()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "unna");
        var before = await administrator.SendAsync<GetOwnTenant>();

        (await administrator.SendAsync<ChangeOwnTenant>(body: new { name = "X", fourEyesRelease = true })).Refused((HttpStatusCode)428, "if-match-missing");
        (await ChangeAsync(await world.PersonAsync(Roles.Editor, "unna"), "X", true, before.ETag!)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await ChangeAsync(await world.AppAsync("unna", "tenants:read"), "X", true, before.ETag!)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await ChangeAsync(administrator, "", true, before.ETag!)).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await administrator.SendAsync<ChangeOwnTenant>(body: new { name = "X" }, headers: ("If-Match", before.ETag!))).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await administrator.SendAsync<ChangeOwnTenant>(body: new { name = "X", fourEyesRelease = true, slug = "y" }, headers: ("If-Match", before.ETag!))).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");

        Assert.Equal(before.Body, (await administrator.SendAsync<GetOwnTenant>()).Body);
    }

    private static Task<ApiAnswer> ChangeAsync(ApiClient client, string name, bool fourEyesRelease, string etag) =>
        client.SendAsync<ChangeOwnTenant>(body: new { name, fourEyesRelease }, headers: ("If-Match", etag));
}
