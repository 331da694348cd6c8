using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Identity;

public sealed class HubSessionTests(PlatformWorld world)
{
    [Theory]
    [InlineData("/konto", "/konto")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task Signing_in_leads_only_to_our_own_pages(string asked, string reached)
    {
        using var hub = new HubClient(world);
        var page = await hub.GetAsync($"/anmelden?ReturnUrl={Uri.EscapeDataString(asked)}");

        var answer = await hub.SubmitAsync(page, "anmelden", ("Mail", DemoTenants.Mail(Roles.Reader, "unna")), ("Password", DemoWorld.Secret));

        Assert.Equal(new Uri(world.Address, reached), answer.Location);
    }

    [Fact]
    public async Task An_unknown_account_and_a_wrong_password_get_the_same_page()
    {
        using var hub = new HubClient(world);
        var form = await hub.GetAsync("/anmelden");

        var unknown = await hub.SubmitAsync(form, "anmelden", ("Mail", "niemand@unna.example"), ("Password", "a-wrong-password"));
        var known = await hub.SubmitAsync(form, "anmelden", ("Mail", DemoTenants.Mail(Roles.Guest, "unna")), ("Password", "a-wrong-password"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (unknown.Status, known.Status));
        Assert.Equal(unknown.Text.Replace("niemand@", "", StringComparison.Ordinal), known.Text.Replace("guest@", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_wrong_passwords_lock_without_saying_so()
    {
        using var hub = new HubClient(world);
        var form = await hub.GetAsync("/anmelden");
        var mail = DemoTenants.Mail(Roles.Auditor, "kreis-olpe");
        var first = await hub.SubmitAsync(form, "anmelden", ("Mail", mail), ("Password", "wrong"));
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await hub.SubmitAsync(form, "anmelden", ("Mail", mail), ("Password", "wrong"));
        }

        var locked = await hub.SubmitAsync(form, "anmelden", ("Mail", mail), ("Password", DemoWorld.Secret));

        Assert.Equal((HttpStatusCode.OK, first.Text), (locked.Status, locked.Text));
    }

    [Fact]
    public async Task A_person_switches_between_her_memberships_and_into_no_other_tenant()
    {
        using var hub = await world.HubAsync(DemoMembers.InTwoTenants);
        var start = await hub.GetAsync("/");
        Assert.Contains("Duisburg", start.Text, StringComparison.Ordinal);

        var foreign = await hub.SubmitAsync(start, SessionEndpoints.SwitchPath, ("tenant", DemoIds.Tenant("hamm").ToString()));
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);

        var switched = await hub.SubmitAsync(start, SessionEndpoints.SwitchPath);
        Assert.Equal("/", switched.Location?.ToString());
        var (_, fields) = (await hub.GetAsync("/")).Form(SessionEndpoints.SwitchPath);
        Assert.Contains(("tenant", DemoIds.Tenant("duisburg").ToString()), fields);
    }

    [Fact]
    public async Task A_form_of_another_tab_with_another_tenant_is_refused()
    {
        using var hub = await world.HubAsync(DemoMembers.InTwoTenants);
        var tab = await hub.GetAsync("/anmelden");
        await hub.SubmitAsync(tab, SessionEndpoints.SwitchPath);

        var answer = await hub.SubmitAsync(tab, "anmelden", ("Mail", "x"), ("Password", "y"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_needs_the_forms_token()
    {
        using var hub = await world.HubAsync(Roles.Reader, "herne");
        var start = await hub.GetAsync("/");

        var forged = await hub.SubmitAsync(start, SessionEndpoints.SignOutPath, ("__RequestVerificationToken", null));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("Lesende Person", (await hub.GetAsync("/")).Text, StringComparison.Ordinal);

        await hub.SubmitAsync(start, SessionEndpoints.SignOutPath);
        Assert.DoesNotContain("Lesende Person", (await hub.GetAsync("/")).Text, StringComparison.Ordinal);
    }
}
