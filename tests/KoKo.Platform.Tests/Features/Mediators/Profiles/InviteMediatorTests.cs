using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators.Profiles;

public sealed class InviteMediatorTests(PlatformWorld world)
{
    private const string Password = "ein-langes-passwort";

    [Fact]
    public async Task An_invited_person_becomes_a_mediator_without_any_membership()
    {
        var mail = $"{Guid.NewGuid():N}@mediation.example";

        var answer = await (await world.PersonAsync(Roles.Organiser, "hamm")).SendAsync<InviteMediator>(body: new InviteMediatorRequest("Neu Dabei", mail));

        Assert.Equal("Neu Dabei", answer.As<MediatorInvitationResponse>(HttpStatusCode.Created).Name);
        Assert.DoesNotContain('@', answer.Body);
        await AcceptAsync(mail, Password);
        var client = new ApiClient(world, (await world.PersonTokensAsync(mail, null, password: Password)).GetProperty("access_token").GetString());
        var profile = (await client.SendAsync<GetMediatorProfile>()).As<MediatorProfileResponse>();
        Assert.Equal(("Neu Dabei", 1, null), (profile.Name, profile.Version, profile.Listing));
        (await client.SendAsync<SetMediatorProfile>(body: SetMediatorProfileRequest.Example, headers: ("If-Match", "\"1\""))).As<MediatorProfileResponse>();
        (await client.SendAsync<PublishMediatorListing>(body: new PublishMediatorListingRequest(["tenant:" + DemoIds.Tenant("unna")], ConsentText.Version))).As<MediatorListingResponse>(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Who_has_an_account_becomes_a_mediator_with_it()
    {
        var mail = DemoTenants.Mail(Roles.Reader, "herne");

        (await (await world.AppAsync("office")).SendAsync<InviteMediator>(body: new InviteMediatorRequest("Lesende Person", mail))).As<MediatorInvitationResponse>(HttpStatusCode.Created);
        await AcceptAsync(mail, DemoWorld.Secret);

        Assert.Equal("Neu Dabei", (await (await world.PersonAsync(Roles.Reader, "herne")).SendAsync<GetMediatorProfile>()).As<MediatorProfileResponse>().Name);
        Assert.Equal(HttpStatusCode.OK, (await (await world.PersonAsync(mail, null)).SendAsync<GetMediatorProfile>()).Status);
    }

    [Theory]
    [InlineData("Zeile\r\nBcc: alle@example.org", "kim@mediation.example", "/name")]
    [InlineData("Kim", "kim@mediation.example\r\nBcc: alle@example.org", "/mail")]
    [InlineData("", "niemand", "/mail /name")]
    public async Task Refuses_what_could_be_no_mail(string name, string mail, string pointers)
    {
        var answer = await (await world.AppAsync("hamm")).SendAsync<InviteMediator>(body: new InviteMediatorRequest(name, mail));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(pointers.Split(' '), answer.Pointers.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Needs_a_role_in_a_tenant()
    {
        var request = new InviteMediatorRequest("Kim", "kim@mediation.example");

        (await world.Anonymous.SendAsync<InviteMediator>(body: request)).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        (await (await world.PersonAsync(Roles.Editor, "hamm")).SendAsync<InviteMediator>(body: request)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await (await world.PersonAsync(DemoMediator.MailOf(1), null)).SendAsync<InviteMediator>(body: request)).Refused(HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task AcceptAsync(string mail, string password)
    {
        var token = PlatformWorld.TokenIn(await world.MailToAsync(mail, "Einladung"));
        var accepted = await world.Anonymous.SendAsync<AcceptInvitation>(body: new { token, name = "Neu Dabei", password });
        Assert.Equal("mediator", accepted.As<AcceptInvitationResponse>(HttpStatusCode.Created).Kind);
    }
}
