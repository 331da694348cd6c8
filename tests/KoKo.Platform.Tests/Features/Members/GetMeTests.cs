using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Members;

public sealed class GetMeTests(PlatformWorld world)
{
    [Fact]
    public async Task Nobody_is_told_so()
    {
        var me = (await world.Anonymous.SendAsync<GetMe>()).As<MeResponse>();

        Assert.Equal((CallerType.Anonymous, null, null), (me.Type, me.AccountId, me.Tenant));
        Assert.Equal(["public"], me.Audiences);
    }

    [Fact]
    public async Task An_app_sees_its_tenant_and_the_scopes_of_its_token()
    {
        var me = (await (await world.AppAsync("duisburg", "library:read search:read")).SendAsync<GetMe>()).As<MeResponse>();

        Assert.Equal((CallerType.App, "demo-duisburg", "duisburg"), (me.Type, me.ClientId, me.Tenant!.Slug));
        Assert.Equal([Scope.LibraryRead, Scope.SearchRead], me.Scopes);
        Assert.Equal(["public", $"tenant:{me.Tenant.Id}", "network", "land:05", "district:05112"], me.Audiences);
    }

    [Fact]
    public async Task A_person_may_act_for_herself_without_a_tenant()
    {
        var me = (await (await world.PersonAsync("editor@duisburg.example", slug: null)).SendAsync<GetMe>()).As<MeResponse>();

        Assert.Equal((CallerType.Person, null), (me.Type, me.Tenant));
        Assert.Empty(me.Roles);
        Assert.Equal(["public"], me.Audiences);
    }

    [Fact]
    public async Task A_person_sees_her_roles_in_the_tenant_she_chose()
    {
        var me = (await (await world.PersonAsync(Roles.Releaser, "krefeld")).SendAsync<GetMe>()).As<MeResponse>();

        Assert.Equal((CallerType.Person, "krefeld", "koko-swagger"), (me.Type, me.Tenant!.Slug, me.ClientId));
        Assert.Equal([Role.Releaser], me.Roles);
    }
}
