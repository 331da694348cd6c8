using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Web;

public sealed class TenantFormsTests(PlatformWorld world)
{
    [Fact]
    public async Task Refuses_a_form_that_was_rendered_before_the_tenant_was_chosen()
    {
        using var hub = new HubClient(world);
        var before = await hub.GetAsync("/anmelden");
        await hub.SignInAsync(DemoTenants.Mail(Roles.Reader, "bonn"));
        var after = await hub.GetAsync("/anmelden");

        // the antiforgery token is the person's, so that the tenant alone is wrong
        var answer = await hub.SubmitAsync(after, "anmelden", ("_tenant", TenantOf(before)), ("Mail", "a"), ("Password", "b"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Dieses Formular gehört zu einer anderen Organisation", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soest")]
    [InlineData("office")]
    public async Task Refuses_a_form_of_another_tenant(string slug)
    {
        using var hub = new HubClient(world);
        await hub.SignInAsync(DemoTenants.Mail(Roles.Reader, "bonn"));

        var answer = await hub.SubmitAsync(await hub.GetAsync("/anmelden"), "anmelden", ("_tenant", DemoIds.Tenant(slug).ToString()));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
    }

    [Fact]
    public async Task Refuses_a_form_that_names_no_tenant()
    {
        using var hub = new HubClient(world);
        await hub.SignInAsync(DemoTenants.Mail(Roles.Reader, "bonn"));

        var answer = await hub.SubmitAsync(await hub.GetAsync("/anmelden"), "anmelden", ("_tenant", null));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
    }

    [Fact]
    public async Task Takes_a_form_of_the_chosen_tenant()
    {
        using var hub = new HubClient(world);
        await hub.SignInAsync(DemoTenants.Mail(Roles.Reader, "bonn"));
        var page = await hub.GetAsync("/anmelden");

        var answer = await hub.SubmitAsync(page, "anmelden", ("Mail", "niemand@bonn.example"), ("Password", "b"));

        Assert.Equal(DemoIds.Tenant("bonn").ToString(), TenantOf(page));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private static string TenantOf(HubPage page) => page.Form("anmelden").Fields.Single(field => field.Name == "_tenant").Value;
}
