using System.Net;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Members;

public sealed class InviteMemberTests(PlatformWorld world)
{
    private const string Slug = "kreis-coesfeld"; // nobody else invites here, so that a count tells

    [Fact]
    public async Task The_mail_carries_a_link_to_this_platform_and_the_database_no_token()
    {
        var mail = MemberWorld.NewMail();
        var token = await world.InviteAsync("herne", mail, Role.Reader);

        var letter = await world.MailToAsync(mail);

        Assert.Equal("KoKo Plattform: Einladung von Herne", letter.Subject);
        Assert.Contains($"http://localhost:5080/einladung/{token}", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal(43, token.Length);
        Assert.False(await world.InsideAsync("herne", db => db.Set<Ticket>().AnyAsync(ticket => ticket.TokenHash == token)));
    }

    [Theory]
    [InlineData("""{"name":"A","mail":"kein-at","roles":["editor"]}""", "/mail")]
    [InlineData("""{"name":"A","mail":"a@b.example\r\nBcc: c@d.example","roles":["editor"]}""", "/mail")]
    [InlineData("""{"name":"A\r\nB","mail":"a@b.example","roles":["editor"]}""", "/name")]
    [InlineData("""{"name":"A","mail":"a@b.example","roles":[]}""", "/roles")]
    [InlineData("""{"name":"A","mail":"a@b.example","roles":["emperor"]}""", "/roles/0")]
    [InlineData("""{"name":"A","mail":"a@b.example","roles":["guest"]}""", "/roles/0")]
    [InlineData("""{"name":"A","mail":"a@b.example","roles":["editor"],"tenantId":"x"}""", "/tenantId")]
    public async Task A_broken_rule_is_named_and_nobody_is_invited(string body, string member)
    {
        var administrator = await world.PersonAsync(Roles.Administrator, Slug);
        var invited = await InvitedAsync();

        var answer = await administrator.SendAsync<InviteMember>(body: body);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(member, answer.Pointers[0]);
        Assert.Equal(invited, await InvitedAsync());
    }

    [Fact]
    public async Task A_member_is_not_invited_again()
    {
        var administrator = await world.PersonAsync(Roles.Administrator, Slug);
        var invited = await InvitedAsync();

        var answer = await administrator.SendAsync<InviteMember>(body: new { name = "x", mail = $"EDITOR@{Slug}.example", roles = new[] { Role.Editor } });

        answer.Refused(HttpStatusCode.Conflict, "already-member");
        Assert.Equal(invited, await InvitedAsync());
    }

    private Task<int> InvitedAsync() => world.InsideAsync(Slug, db => db.Invitations.CountAsync(TestContext.Current.CancellationToken));
}
