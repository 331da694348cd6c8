using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Tenants;

public sealed class ClosedTenantTests(PlatformWorld world)
{
    private const string Password = "vier leise Wörter";

    [Fact]
    public async Task Holds_at_the_next_request_of_everybody_there()
    {
        var request = Applicants.Request();
        var tenant = (await world.AdmittedAsync(request)).TenantId!.Value;
        await world.Anonymous.SendAsync<AcceptInvitation>(body: new { token = PlatformWorld.TokenIn(await world.MailToAsync(request.ContactMail)), name = request.ContactName, password = Password });
        var tokens = await world.PersonTokensAsync(request.ContactMail, tenant, "library:read library:write offline_access", Password);
        var administrator = new ApiClient(world, tokens.GetProperty("access_token").GetString());
        using var hub = new HubClient(world);
        await hub.SignInAsync(request.ContactMail, Password);

        Assert.Contains("network", await AudiencesAsync(administrator));
        await SetAsync(tenant, TenantState.Closing);
        Assert.DoesNotContain("network", await AudiencesAsync(administrator));
        Assert.Equal(HttpStatusCode.OK, (await hub.GetAsync("/mandant")).Status);

        await SetAsync(tenant, TenantState.Closed);
        (await administrator.SendAsync<GetMe>()).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        (await administrator.SendAsync<CreatePractice>(body: new { title = "Nachtruhe am Platz" })).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.NotEqual(HttpStatusCode.OK, (await hub.GetAsync("/mandant")).Status);
        var refreshed = await world.AskTokenAsync(("grant_type", "refresh_token"), ("client_id", "koko-swagger"), ("refresh_token", tokens.GetProperty("refresh_token").GetString()));
        Assert.Equal("invalid_grant", refreshed.GetProperty("error").GetString());
    }

    private static async Task<IReadOnlyList<string>> AudiencesAsync(ApiClient client) => (await client.SendAsync<GetMe>()).As<MeResponse>().Audiences;

    private Task<int> SetAsync(Guid tenant, TenantState state) => world.InsideAsync("office", db =>
        db.Tenants.Where(row => row.Id == tenant).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state), TestContext.Current.CancellationToken));
}
