using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.Features.Members;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Http;

/// <summary>Whose request it is says the token alone.</summary>
public sealed class TenantOfARequestTests(PlatformWorld world)
{
    [Theory]
    [InlineData("Host", "krefeld.koko-platform.example")]
    [InlineData("Host", "KREFELD.example.")]
    [InlineData("Host", "unknown.example:8080")]
    [InlineData("X-Forwarded-Host", "krefeld.koko-platform.example")]
    [InlineData("Forwarded", "host=krefeld.koko-platform.example")]
    [InlineData("X-Tenant-Id", "krefeld")]
    [InlineData("X-Tenant", "krefeld")]
    [InlineData("X-Original-URL", "/v1/tenant/members")]
    [InlineData("X-Rewrite-URL", "/v1/tenant/members")]
    [InlineData("X-Forwarded-User", "administrator@krefeld.example")]
    public async Task No_header_makes_it_anothers(string name, string value)
    {
        var krefelds = await (await world.AppAsync("krefeld")).CreateAsync();
        var soest = await world.AppAsync("soest");

        var me = await soest.SendAsync<GetMe>(headers: (name, value));
        var foreign = await soest.SendAsync<GetPractice>(new { id = krefelds.Id }, headers: (name, value));
        var nobody = await world.Anonymous.SendAsync<ListPractices>(headers: (name, value));

        // an installation that was told no address takes a token under the name only under which it was issued
        Assert.True(name == "Host" ? me.Code == "unauthenticated" : me.Json.GetProperty("tenant").GetProperty("slug").GetString() == "soest", me.Body);
        Assert.Contains(foreign.Code, (string[])["not-found", "unauthenticated"]);
        nobody.Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Theory]
    [InlineData("xn--krefeld-.example")]
    [InlineData("a..b")]
    [InlineData("[::1")]
    public async Task A_host_that_is_none_is_refused(string host)
    {
        foreach (var path in (string[])["/v1/me", "/v1/practices", "/bibliothek", "/connect/token"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            Assert.True(request.Headers.TryAddWithoutValidation("Host", host));

            Assert.Equal((path, HttpStatusCode.BadRequest), (path, (await world.Anonymous.SendAsync(request)).Status));
        }
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Server", "evil.example")]
    [InlineData("Forwarded", "host=evil.example;proto=https")]
    [InlineData("Origin", "https://evil.example")]
    public async Task No_header_changes_the_links_in_mails(string name, string value)
    {
        var administrator = await world.PersonAsync(Roles.Administrator, "soest");
        var mail = MemberWorld.NewMail();

        (await administrator.SendAsync<InviteMember>(body: new { name = "Neu Hier", mail, roles = new[] { Role.Reader } }, headers: (name, value))).As<InvitationResponse>(HttpStatusCode.Created);

        Assert.DoesNotContain("evil.example", (await world.MailToAsync(mail)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_member_of_the_body_makes_it_anothers()
    {
        var soest = await world.AppAsync("soest");
        foreach (var member in (string[])["tenantId", "tenant", "ownerId", "createdBy", "roles", "state", "id", "__proto__"])
        {
            var answer = await soest.SendAsync<CreatePractice>(body: $$"""{"title": "Nachtruhe am Platz", "{{member}}": "krefeld"}""");

            answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
            Assert.Equal([$"/{member}"], answer.Pointers);
        }
    }
}
