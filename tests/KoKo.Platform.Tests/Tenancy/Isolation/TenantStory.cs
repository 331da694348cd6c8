using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Features.Tenants;
using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Tenants;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>How a tenant comes to have a row of every kind: by the operations that anybody would use.</summary>
internal sealed partial class TenantStory(PlatformWorld world, IsolatedTenant tenant)
{
    private static readonly Role[] EveryRole = [.. Enum.GetValues<Role>().Where(role => role != Role.Guest)];

    public static async Task<IsolatedTenant> TellAsync(PlatformWorld world, string canary, string shared, string name, string regionKey)
    {
        var mail = $"{canary.ToLowerInvariant()}-person@kommune.example";
        var admitted = await world.AdmittedAsync(new ApplyForOnboardingRequest(TenantKind.Municipality, name, regionKey, $"{canary} Kontakt", mail, $"{canary} Stabsstelle"));
        var info = await world.Services.GetRequiredService<TenantStore>().FindAsync(admitted.TenantId!.Value, TestContext.Current.CancellationToken);
        var tenant = new IsolatedTenant(canary, shared, name, regionKey[..2], info!);
        var story = new TenantStory(world, tenant);
        await story.JoinAsync();
        await story.InviteAsync();
        await story.WritePracticesAsync();
        await story.HoldConferencesAsync();
        await story.MediateAsync();
        await story.SaveSearchesAsync();
        return tenant;
    }

    private async Task JoinAsync()
    {
        var token = await LinkToAsync(tenant.PersonMail);
        tenant.PersonId = await AcceptAsync(token, "Person");
        tenant.Person = new ApiClient(world, await PersonTokenAsync());
        await ChangeSelfAsync(EveryRole);
        await RenameAsync();

        var client = new NewClient(tenant.ClientId, DemoWorld.Secret, [.. Scope.Descriptions.Keys], [], MayReleaseOwnSubmissions: true);
        await Clients.AdmitAsync(world.Services, new Owner(OwnerKind.Tenant, tenant.Id), new App(Guid.NewGuid(), tenant.Says("Anwendung"), null), client, TestContext.Current.CancellationToken);
        var answer = await world.AskTokenAsync(("grant_type", "client_credentials"), ("client_id", tenant.ClientId), ("client_secret", DemoWorld.Secret));
        tenant.App = new ApiClient(world, answer.GetProperty("access_token").GetString());
    }

    private async Task InviteAsync()
    {
        await AcceptAsync(await LinkToAsync((await InviteAsync("zweite")).Mail), "Zweite");
        var (back, mail) = await InviteAsync("zurueck");
        var link = await LinkToAsync(mail);
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.Person.SendAsync<RemoveInvitation>(new { id = back })).Status);
        tenant.Secrets.Add(new Identifier(Shape.Token, "voided invitation token", link));
        await InviteAsync("offen");
        await InviteAsync("ebenfalls-offen");
    }

    private async Task<(Guid Id, string Mail)> InviteAsync(string name)
    {
        var answer = await tenant.Person.SendAsync<InviteMember>(body: new { name = tenant.Says(name), mail = tenant.Mail(name), roles = EveryRole });
        return (answer.As<InvitationResponse>(HttpStatusCode.Created).Id, tenant.Mail(name));
    }

    private async Task<Guid> AcceptAsync(string token, string name)
    {
        var answer = await world.Anonymous.SendAsync<AcceptInvitation>(body: new { token, name = tenant.Says(name), password = IsolatedTenant.Password });
        tenant.Secrets.Add(new Identifier(Shape.Token, "used invitation token", token));
        return answer.As<AcceptInvitationResponse>(HttpStatusCode.Created).AccountId;
    }

    private async Task ChangeSelfAsync(IReadOnlyList<Role> roles)
    {
        var current = await tenant.Person.SendAsync<GetMember>(new { id = tenant.PersonId });
        var answer = await tenant.Person.SendAsync<ChangeMember>(new { id = tenant.PersonId }, new { name = tenant.Says("Person"), roles }, null, ("If-Match", current.ETag!));
        answer.As<MemberResponse>();
    }

    private async Task RenameAsync()
    {
        var current = await tenant.Person.SendAsync<GetOwnTenant>();
        var answer = await tenant.Person.SendAsync<ChangeOwnTenant>(null, new { name = tenant.Name, fourEyesRelease = true }, null, ("If-Match", current.ETag!));
        answer.As<OwnTenantResponse>();
    }

    private async Task<string> PersonTokenAsync() =>
        (await world.PersonTokensAsync(tenant.PersonMail, tenant.Id, null, IsolatedTenant.Password)).GetProperty("access_token").GetString()!;

    /// <summary>The newest link to this address that was not used yet; the letter may still be on its way.</summary>
    private async Task<string> LinkToAsync(string mail)
    {
        while (true)
        {
            var token = PlatformWorld.TokenIn(await world.MailToAsync(mail, "Einladung"));
            if (tenant.Secrets.All(secret => secret.Value != token))
            {
                return token;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
