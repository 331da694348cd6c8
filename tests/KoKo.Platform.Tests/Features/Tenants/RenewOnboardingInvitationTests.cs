using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Tenants;

public sealed class RenewOnboardingInvitationTests(PlatformWorld world)
{
    private const string Password = "fünf stille Wörter";

    [Fact]
    public async Task The_contact_of_an_expired_invitation_gets_another_link_and_the_first_is_void()
    {
        var (office, application, first) = await InvitedAsync();
        await ExpireAsync(application.TenantId!.Value);
        (await AcceptAsync(first)).Refused(HttpStatusCode.NotFound, "not-found");

        var answer = (await office.SendAsync<RenewOnboardingInvitation>(new { id = application.Id })).As<OnboardingResponse>();

        Assert.Equal(application, answer);
        var second = await NextTokenAsync(application.ContactMail, first);
        (await AcceptAsync(first)).Refused(HttpStatusCode.NotFound, "not-found");
        var accepted = (await AcceptAsync(second)).As<AcceptInvitationResponse>(HttpStatusCode.Created);
        Assert.Equal((application.TenantId, Role.Administrator), (accepted.TenantId, Assert.Single(accepted.Roles)));
    }

    [Fact]
    public async Task Once_somebody_has_entered_the_office_invites_nobody_there()
    {
        var (office, application, token) = await InvitedAsync();
        (await AcceptAsync(token)).As<AcceptInvitationResponse>(HttpStatusCode.Created);

        (await office.SendAsync<RenewOnboardingInvitation>(new { id = application.Id })).Refused(HttpStatusCode.Conflict, "invitation-accepted");

        Assert.Equal([true], await OfTenantAsync(application.TenantId!.Value, db => db.Invitations.Select(invitation => invitation.AcceptedAt != null).ToListAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Who_is_not_admitted_is_not_invited()
    {
        var office = await world.AppAsync("office");
        var (open, refused) = (await world.AppliesAsync(Applicants.Request()), await world.AppliesAsync(Applicants.Request()));
        await office.SendAsync<RefuseOnboarding>(new { id = refused }, new { reason = "Bitte mit dienstlicher Adresse noch einmal." });

        foreach (var id in new[] { open, refused })
        {
            (await office.SendAsync<RenewOnboardingInvitation>(new { id })).Refused(HttpStatusCode.Conflict, "onboarding-not-approved");
        }

        (await office.SendAsync<RenewOnboardingInvitation>(new { id = Guid.NewGuid() })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Nobody_but_the_offices_administrators_sends_it()
    {
        var route = new { id = DemoTenancy.Admitted };

        (await world.Anonymous.SendAsync<RenewOnboardingInvitation>(route)).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        (await (await world.AppAsync("duisburg")).SendAsync<RenewOnboardingInvitation>(route)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await (await world.PersonAsync(Roles.Editor, "office")).SendAsync<RenewOnboardingInvitation>(route)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await (await world.AppAsync("office", "tenants:read")).SendAsync<RenewOnboardingInvitation>(route)).Refused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task The_offices_page_sends_it_with_a_button()
    {
        var (_, application, first) = await InvitedAsync();
        using var hub = await world.HubAsync(Roles.Administrator, "office");
        var path = $"/geschaeftsstelle/antraege/{application.Id}";

        var sent = await hub.SubmitAsync(await hub.GetAsync(path), "einladen");

        Assert.Contains("Die Einladung ist unterwegs.", (await hub.GetAsync(new Uri(world.Address, sent.Location!).PathAndQuery)).Text, StringComparison.Ordinal);
        var second = await NextTokenAsync(application.ContactMail, first);
        (await AcceptAsync(second)).As<AcceptInvitationResponse>(HttpStatusCode.Created);
        Assert.Contains("Die Einladung ist schon angenommen.", (await hub.SubmitAsync(await hub.GetAsync(path), "einladen")).Text, StringComparison.Ordinal);
    }

    private async Task<(ApiClient Office, OnboardingResponse Application, string Token)> InvitedAsync()
    {
        var application = await world.AdmittedAsync(Applicants.Request());
        return (await world.AppAsync("office"), application, PlatformWorld.TokenIn(await world.MailToAsync(application.ContactMail)));
    }

    /// <summary>The token of a later mail than the first.</summary>
    private async Task<string> NextTokenAsync(string mail, string first)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (PlatformWorld.TokenIn(await world.MailToAsync(mail)) is var token && token != first)
            {
                return token;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken); // the platform's own worker may hold the message
        }

        throw new InvalidOperationException($"There is no second mail to {mail}.");
    }

    private Task<ApiAnswer> AcceptAsync(string token) =>
        world.Anonymous.SendAsync<AcceptInvitation>(body: new { token, name = "Kim Beispiel", password = Password });

    private Task<int> ExpireAsync(Guid tenant) => OfTenantAsync(tenant, db =>
        db.Invitations.ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.ExpiresAt, DateTime.UnixEpoch), TestContext.Current.CancellationToken));

    private async Task<T> OfTenantAsync<T>(Guid tenant, Func<PlatformDb, Task<T>> work)
    {
        await using var scope = await world.Services.GetRequiredService<TenantScopes>().OpenAsync(new Owner(OwnerKind.Tenant, tenant), TestContext.Current.CancellationToken);
        return await work(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }
}
