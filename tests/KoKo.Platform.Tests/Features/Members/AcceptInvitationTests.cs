using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Members;

public sealed class AcceptInvitationTests(PlatformWorld world)
{
    [Fact]
    public async Task A_new_person_gets_an_account_and_is_a_member_with_the_invited_roles()
    {
        var mail = MemberWorld.NewMail();
        var token = await world.InviteAsync("hamm", mail, Role.Editor, Role.Reviewer);

        var accepted = (await world.AcceptAsync(token)).As<AcceptInvitationResponse>(HttpStatusCode.Created);

        Assert.Equal((DemoIds.Tenant("hamm"), "member"), (accepted.TenantId, accepted.Kind));
        var tokens = await world.PersonTokensAsync(mail, "hamm", password: MemberWorld.Password);
        var me = (await new ApiClient(world, tokens.GetProperty("access_token").GetString()).SendAsync<GetMe>()).As<MeResponse>();
        Assert.Equal(("Neue Person", "hamm"), (me.Name, me.Tenant!.Slug));
        Assert.Equal([Role.Editor, Role.Reviewer], me.Roles);
    }

    [Fact]
    public async Task A_token_is_good_once()
    {
        var token = await world.InviteAsync("hamm", MemberWorld.NewMail(), Role.Reader);
        (await world.AcceptAsync(token)).As<AcceptInvitationResponse>(HttpStatusCode.Created);

        (await world.AcceptAsync(token)).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Two_acceptances_at_once_make_one_member()
    {
        var token = await world.InviteAsync("hamm", MemberWorld.NewMail(), Role.Reader);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.AcceptAsync(token)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.Equal(3, answers.Count(answer => answer.Status is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("kurz")]
    [InlineData("aaaaaaaaaaaa")]
    public async Task A_weak_password_is_refused_and_the_token_stays_good(string password)
    {
        var token = await world.InviteAsync("hamm", MemberWorld.NewMail(), Role.Reader);

        var answer = await world.AcceptAsync(token, password);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/password"], answer.Pointers);
        (await world.AcceptAsync(token)).As<AcceptInvitationResponse>(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Whoever_has_an_account_accepts_with_its_password_alone()
    {
        var mail = DemoTenants.Mail(Roles.Organiser, "bonn");
        var token = await world.InviteAsync("hamm", mail, Role.Reader);

        var wrong = await world.AcceptAsync(token);
        Assert.Equal(["/password"], wrong.Pointers);
        (await world.AcceptAsync(token, DemoWorld.Secret)).As<AcceptInvitationResponse>(HttpStatusCode.Created);

        var me = (await (await world.PersonAsync(mail, "hamm")).SendAsync<GetMe>()).As<MeResponse>();
        Assert.Equal([Role.Reader], me.Roles);
    }

    [Fact]
    public async Task An_invitation_taken_back_opens_nothing()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "hamm");
        var mail = MemberWorld.NewMail();
        var token = await world.InviteAsync("hamm", mail, Role.Reader);
        var invitation = (await administrator.SendAsync<ListInvitations>()).As<KoKo.Platform.Foundation.Http.Page<InvitationResponse>>().Items.Single(row => row.Mail == mail);

        Assert.Equal(HttpStatusCode.NoContent, (await administrator.SendAsync<RemoveInvitation>(new { invitation.Id })).Status);

        (await world.AcceptAsync(token)).Refused(HttpStatusCode.NotFound, "not-found");
        (await administrator.SendAsync<RemoveInvitation>(new { invitation.Id })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_link_opens_a_page_that_accepts_and_signs_in()
    {
        var mail = MemberWorld.NewMail();
        var token = await world.InviteAsync("hamm", mail, Role.Releaser);
        using var hub = new HubClient(world);
        var page = await hub.GetAsync($"/einladung/{token}");
        Assert.Contains("Hamm lädt Sie ein", page.Text, StringComparison.Ordinal);

        var weak = await hub.SubmitAsync(page, "einladung", ("FullName", "Neue Person"), ("Password", "kurz"));
        Assert.Equal(HttpStatusCode.OK, weak.Status);
        var accepted = await hub.SubmitAsync(page, "einladung", ("FullName", "Neue Person"), ("Password", MemberWorld.Password));

        Assert.Equal(new Uri(world.Address, "/konto"), accepted.Location);
        var account = await hub.GetAsync("/konto");
        Assert.Contains("Neue Person", account.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hub.GetAsync($"/einladung/{token}")).Status);
    }
}
