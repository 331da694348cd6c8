using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Tenants;

public sealed class OnboardingStoryTests(PlatformWorld world)
{
    private const string Password = "vier leise Wörter";

    [Fact]
    public async Task A_Kommune_applies_is_admitted_signs_in_and_writes_its_first_case()
    {
        var request = Applicants.Request();
        var admitted = await world.AdmittedAsync(request);

        var token = PlatformWorld.TokenIn(await world.MailToAsync(request.ContactMail));
        var accepted = (await world.Anonymous.SendAsync<AcceptInvitation>(body: new { token, name = request.ContactName, password = Password })).As<AcceptInvitationResponse>(HttpStatusCode.Created);
        Assert.Equal((admitted.TenantId, Role.Administrator), (accepted.TenantId, Assert.Single(accepted.Roles)));

        var tokens = await world.PersonTokensAsync(request.ContactMail, admitted.TenantId, scope: null, Password);
        var administrator = new ApiClient(world, tokens.GetProperty("access_token").GetString());
        var me = (await administrator.SendAsync<GetMe>()).As<MeResponse>();
        Assert.Equal((request.ContactName, request.Name, Role.Administrator), (me.Name, me.Tenant!.Name, Assert.Single(me.Roles)));

        var practice = (await administrator.SendAsync<CreatePractice>(body: new { title = "Unser erster Fall" })).As<PracticeResponse>(HttpStatusCode.Created);
        Assert.Equal(HttpStatusCode.OK, (await administrator.SendAsync<GetPractice>(route: new { id = practice.Id })).Status);
        (await (await world.AppAsync("duisburg")).SendAsync<GetPractice>(route: new { id = practice.Id })).Refused(HttpStatusCode.NotFound, "not-found");
    }
}
