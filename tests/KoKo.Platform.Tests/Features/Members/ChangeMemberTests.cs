using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Members;

public sealed class ChangeMemberTests(PlatformWorld world)
{
    [Fact]
    public async Task A_change_holds_at_the_members_next_request()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "bocholt");
        var (id, mail) = await world.NewMemberAsync("bocholt", Role.Administrator);
        var member = await world.TokenOfAsync(mail, "bocholt");
        Assert.Equal(HttpStatusCode.OK, (await member.SendAsync<ListMembers>()).Status);

        var read = await administrator.SendAsync<GetMember>(new { id });
        var answer = await administrator.SendAsync<ChangeMember>(new { id }, new { name = "Anders", roles = new[] { Role.Reader } }, headers: ("If-Match", read.ETag!));

        Assert.Equal([Role.Reader], answer.As<MemberResponse>().Roles);
        (await member.SendAsync<ListMembers>()).Refused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task If_Match_is_demanded_and_compared()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "bocholt");
        var id = DemoIds.Account(DemoTenants.Mail(Roles.Reader, "bocholt"));
        var body = new { name = "x", roles = new[] { Role.Reader } };

        (await administrator.SendAsync<ChangeMember>(new { id }, body)).Refused(HttpStatusCode.PreconditionRequired, "if-match-missing");
        (await administrator.SendAsync<ChangeMember>(new { id }, body, headers: ("If-Match", "\"99\""))).Refused(HttpStatusCode.PreconditionFailed, "edited-meanwhile");
    }

    [Fact]
    public async Task The_last_administrator_stays_one_and_stays()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "kreis-coesfeld");
        var id = DemoIds.Account(DemoTenants.Mail(Roles.Administrator, "kreis-coesfeld"));
        var etag = (await administrator.SendAsync<GetMember>(new { id })).ETag!;

        (await administrator.SendAsync<ChangeMember>(new { id }, new { name = "x", roles = new[] { Role.Editor } }, headers: ("If-Match", etag)))
            .Refused(HttpStatusCode.Conflict, "last-administrator");
        (await administrator.SendAsync<ChangeMember>(new { id }, new { name = "x", roles = new[] { Role.Administrator }, endsOn = "2030-01-01" }, headers: ("If-Match", etag)))
            .Refused(HttpStatusCode.Conflict, "last-administrator");
        (await administrator.SendAsync<RemoveMember>(new { id })).Refused(HttpStatusCode.Conflict, "last-administrator");
        Assert.Equal(etag, (await administrator.SendAsync<GetMember>(new { id })).ETag);
    }

    [Fact]
    public async Task A_guest_needs_a_last_day_and_is_gone_after_it()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "bocholt");
        var (id, mail) = await world.NewMemberAsync("bocholt", Role.Reader);
        var member = await world.TokenOfAsync(mail, "bocholt");
        var etag = (await administrator.SendAsync<GetMember>(new { id })).ETag!;

        var without = await administrator.SendAsync<ChangeMember>(new { id }, new { name = "x", roles = new[] { Role.Guest } }, headers: ("If-Match", etag));
        Assert.Equal(["/endsOn"], without.Pointers);

        (await administrator.SendAsync<ChangeMember>(new { id }, new { name = "x", roles = new[] { Role.Guest }, endsOn = "2020-01-01" }, headers: ("If-Match", etag))).As<MemberResponse>();
        (await member.SendAsync<GetMe>()).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_removed_member_is_out_at_her_next_request_with_every_token_and_cookie()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "bocholt");
        var (id, mail) = await world.NewMemberAsync("bocholt", Role.Editor);
        var tokens = await world.PersonTokensAsync(mail, "bocholt", "tenants:read offline_access", MemberWorld.Password);
        var member = new ApiClient(world, tokens.GetProperty("access_token").GetString());
        using var hub = new HubClient(world);
        await hub.SignInAsync(mail, MemberWorld.Password);
        Assert.Contains("Bocholt", (await hub.GetAsync("/konto")).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await administrator.SendAsync<RemoveMember>(new { id })).Status);

        (await member.SendAsync<GetMe>()).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal(HttpStatusCode.Redirect, (await hub.GetAsync("/konto")).Status);
        var refreshed = await world.AskTokenAsync(("grant_type", "refresh_token"), ("client_id", "koko-swagger"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()));
        Assert.Equal("invalid_grant", refreshed.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_foreign_member_is_not_there()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "bocholt");
        var foreign = DemoIds.Account(DemoTenants.Mail(Roles.Reader, "hamm"));

        var read = await administrator.SendAsync<GetMember>(new { id = foreign });
        var random = await administrator.SendAsync<GetMember>(new { id = Guid.NewGuid() });
        var removed = await administrator.SendAsync<RemoveMember>(new { id = foreign });

        read.Refused(HttpStatusCode.NotFound, "not-found");
        removed.Refused(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(random.Body, read.Body);
    }

    [Fact]
    public async Task An_administrator_sees_the_members_of_her_tenant_alone()
    {
        // a person with two memberships may read her own row in the other tenant, but it is no member here
        var here = (await (await world.AppAsync("krefeld")).SendAsync<ListMembers>(query: new { limit = 2 })).As<Page<MemberResponse>>();
        var next = (await (await world.AppAsync("krefeld")).SendAsync<ListMembers>(query: new { limit = 100, cursor = here.NextCursor })).As<Page<MemberResponse>>();

        var mails = here.Items.Concat(next.Items).Select(member => member.Mail).Order().ToList();
        Assert.Equal(DemoTenants.Cast.Select(role => DemoTenants.Mail(role, "krefeld")).Append(DemoMembers.InTwoTenants).Order(), mails);
        (await (await world.AppAsync("hamm")).SendAsync<ListMembers>(query: new { cursor = here.NextCursor })).Refused(HttpStatusCode.BadRequest, "invalid-cursor");
    }
}
