using System.Net;
using KoKo.Platform.Features.Tenants;
using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Tenants;

public sealed class OnboardingDecisionTests(PlatformWorld world)
{
    private static readonly object Reason = new { reason = "Bitte mit dienstlicher Adresse noch einmal." };

    [Fact]
    public async Task The_office_reads_an_application_and_finds_it_in_its_list()
    {
        var request = Applicants.Request();
        var id = await world.AppliesAsync(request);
        var office = await world.AppAsync("office");

        var application = (await office.SendAsync<GetOnboarding>(route: new { id })).As<OnboardingResponse>();

        Assert.Equal((request.Name, request.RegionKey, request.ContactMail, OnboardingState.Open, null), (application.Name, application.RegionKey, application.ContactMail, application.State, application.TenantId));
        Assert.Contains(id, await IdsAsync(office, OnboardingState.Open));
        Assert.DoesNotContain(id, await IdsAsync(office, OnboardingState.Refused));
    }

    [Fact]
    public async Task Nobody_but_the_offices_administrators_sees_or_decides()
    {
        var id = await world.AppliesAsync(Applicants.Request());

        foreach (var (client, status, code) in new[]
        {
            (world.Anonymous, HttpStatusCode.Unauthorized, "unauthenticated"),
            (await world.AppAsync("duisburg"), HttpStatusCode.Forbidden, "forbidden"),
            (await world.PersonAsync(Roles.Administrator, "duisburg"), HttpStatusCode.Forbidden, "forbidden"),
            (await world.PersonAsync(Roles.Editor, "office"), HttpStatusCode.Forbidden, "forbidden"),
        })
        {
            (await client.SendAsync<ListOnboardings>()).Refused(status, code);
            (await client.SendAsync<GetOnboarding>(route: new { id })).Refused(status, code);
            (await client.SendAsync<ApproveOnboarding>(route: new { id })).Refused(status, code);
            (await client.SendAsync<RefuseOnboarding>(route: new { id }, body: Reason)).Refused(status, code);
        }

        Assert.Equal(OnboardingState.Open, (await (await world.AppAsync("office")).SendAsync<GetOnboarding>(route: new { id })).As<OnboardingResponse>().State);
    }

    [Fact]
    public async Task A_token_without_the_scope_decides_nothing()
    {
        var reader = await world.AppAsync("office", "tenants:read");

        (await reader.SendAsync<ApproveOnboarding>(route: new { id = Guid.NewGuid() })).Refused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task An_id_that_is_not_there_is_not_found()
    {
        var office = await world.AppAsync("office");
        var id = Guid.NewGuid();

        (await office.SendAsync<GetOnboarding>(route: new { id })).Refused(HttpStatusCode.NotFound, "not-found");
        (await office.SendAsync<ApproveOnboarding>(route: new { id })).Refused(HttpStatusCode.NotFound, "not-found");
        (await office.SendAsync<RefuseOnboarding>(route: new { id }, body: Reason)).Refused(HttpStatusCode.NotFound, "not-found");
        (await office.SendAsync<GetOnboarding>(route: new { id = "no-uuid" })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Approval_admits_an_active_tenant_and_invites_the_contact()
    {
        var request = Applicants.Request(name: "Grünöß, Stadt");

        var approved = await world.AdmittedAsync(request);

        var tenant = (await world.Anonymous.SendAsync<GetTenant>(route: new { slug = "gruenoess" })).As<TenantResponse>();
        Assert.Equal((approved.TenantId, "Grünöß, Stadt", request.RegionKey), (tenant.Id, tenant.Name, Assert.Single(tenant.RegionKeys)));
        var mail = await world.MailToAsync(request.ContactMail);
        Assert.NotEqual("", PlatformWorld.TokenIn(mail));
    }

    [Fact]
    public async Task A_second_tenant_of_the_same_name_is_told_apart_in_its_address()
    {
        var name = $"Doppelstadt {Guid.NewGuid():N}"[..20];
        var slug = name.ToLowerInvariant().Replace(' ', '-');
        await world.AdmittedAsync(Applicants.Request("16999101", name: name));
        await world.AdmittedAsync(Applicants.Request("16999102", name: name));
        await world.AdmittedAsync(Applicants.Request("16999103", name: name));

        foreach (var expected in new[] { slug, $"{slug}-thueringen", $"{slug}-16999103" })
        {
            Assert.Equal(name, (await world.Anonymous.SendAsync<GetTenant>(route: new { slug = expected })).As<TenantResponse>().Name);
        }
    }

    [Fact]
    public async Task A_refusal_tells_the_contact_why_and_leaves_the_key_free()
    {
        var request = Applicants.Request();
        var id = await world.AppliesAsync(request);
        var office = await world.AppAsync("office");

        var refused = (await office.SendAsync<RefuseOnboarding>(route: new { id }, body: Reason)).As<OnboardingResponse>();

        Assert.Equal((OnboardingState.Refused, "Bitte mit dienstlicher Adresse noch einmal."), (refused.State, refused.RefusalReason));
        Assert.Contains("Bitte mit dienstlicher Adresse noch einmal.", (await world.MailToAsync(request.ContactMail)).TextBody, StringComparison.Ordinal);
        await world.AppliesAsync(request);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zu kurz")]
    [InlineData("Ein Grund mit einem \u0007 darin")]
    public async Task A_refusal_without_a_proper_reason_changes_nothing(string reason)
    {
        var id = await world.AppliesAsync(Applicants.Request());
        var office = await world.AppAsync("office");

        var answer = await office.SendAsync<RefuseOnboarding>(route: new { id }, body: new { reason });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/reason"], answer.Pointers);
        Assert.Equal(OnboardingState.Open, (await office.SendAsync<GetOnboarding>(route: new { id })).As<OnboardingResponse>().State);
    }

    [Fact]
    public async Task What_is_decided_stays_decided()
    {
        var office = await world.AppAsync("office");
        var (approved, refused) = (await world.AppliesAsync(Applicants.Request()), await world.AppliesAsync(Applicants.Request()));
        (await office.SendAsync<ApproveOnboarding>(route: new { id = approved })).As<OnboardingResponse>();
        (await office.SendAsync<RefuseOnboarding>(route: new { id = refused }, body: Reason)).As<OnboardingResponse>();

        (await office.SendAsync<ApproveOnboarding>(route: new { id = approved })).Refused(HttpStatusCode.Conflict, "onboarding-approved");
        (await office.SendAsync<RefuseOnboarding>(route: new { id = approved }, body: Reason)).Refused(HttpStatusCode.Conflict, "onboarding-approved");
        (await office.SendAsync<ApproveOnboarding>(route: new { id = refused })).Refused(HttpStatusCode.Conflict, "onboarding-refused");
        (await office.SendAsync<RefuseOnboarding>(route: new { id = refused }, body: Reason)).Refused(HttpStatusCode.Conflict, "onboarding-refused");
    }

    private static async Task<IReadOnlyList<Guid>> IdsAsync(ApiClient office, OnboardingState state)
    {
        var (ids, cursor) = (new List<Guid>(), (string?)null);
        do
        {
            var page = (await office.SendAsync<ListOnboardings>(query: new { state = state.ToString().ToLowerInvariant(), limit = 3, cursor })).As<Page<OnboardingResponse>>();
            Assert.All(page.Items, item => Assert.Equal(state, item.State));
            ids.AddRange(page.Items.Select(item => item.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Distinct(ids);
        return ids;
    }
}
