using System.Net;
using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Tenants;

public sealed class ApplyForOnboardingTests(PlatformWorld world)
{
    [Fact]
    public async Task An_application_is_received_and_says_nothing_but_its_id_and_state()
    {
        var answer = await world.Anonymous.SendAsync<ApplyForOnboarding>(body: Applicants.Request());

        var receipt = answer.As<OnboardingReceiptResponse>(HttpStatusCode.Created);
        Assert.Equal($$"""{"id":"{{receipt.Id}}","state":"open"}""", answer.Body);
        Assert.Equal($"/v1/onboarding/{receipt.Id}", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData(TenantKind.Municipality, "5112000", "region-key-length")]
    [InlineData(TenantKind.Municipality, "51120000000", "region-key-length")]
    [InlineData(TenantKind.Municipality, "05112", "region-key-length")]
    [InlineData(TenantKind.Municipality, "0511200a", "region-key-digits")]
    [InlineData(TenantKind.Municipality, "05 112000", "region-key-digits")]
    [InlineData(TenantKind.Municipality, "٠٥١١٢٠٠٠", "region-key-digits")]
    [InlineData(TenantKind.Municipality, "17112000", "region-key-land")]
    [InlineData(TenantKind.Municipality, "00112000", "region-key-land")]
    [InlineData(TenantKind.Municipality, "01999999", "region-key-unknown")]
    [InlineData(TenantKind.Association, "05974040", "region-key-length")]
    [InlineData(TenantKind.District, "05112000", "region-key-length")]
    [InlineData(TenantKind.District, "5374", "region-key-length")]
    [InlineData(TenantKind.District, "05999", "region-key-unknown")]
    [InlineData(TenantKind.Land, "5", "region-key-length")]
    [InlineData(TenantKind.Land, "05112000", "region-key-length")]
    public async Task A_key_that_does_not_fit_is_refused_with_the_rule_it_breaks(TenantKind kind, string key, string code)
    {
        var answer = await world.Anonymous.SendAsync<ApplyForOnboarding>(body: Applicants.Request(key, kind));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal([("/regionKey", code)], answer.Json.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("pointer").GetString()!, error.GetProperty("code").GetString()!)));
        Assert.False(await world.InsideAsync("office", db => db.Onboardings.AnyAsync(application => application.RegionKey == key, TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("Du\u0456sburg")]
    [InlineData("\u0421oesfeld")]
    [InlineData("Kreis\u200B Olpe")]
    [InlineData("\u202EgrubsiuD")]
    [InlineData("東京")]
    public async Task A_name_that_only_looks_like_anothers_is_refused(string name)
    {
        var answer = await world.Anonymous.SendAsync<ApplyForOnboarding>(body: Applicants.Request(name: name));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(("/name", "latin-letters"), (Assert.Single(answer.Pointers), answer.Json.GetProperty("errors")[0].GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData(TenantKind.Office)]
    [InlineData(TenantKind.Provider)]
    public async Task Office_and_providers_do_not_apply(TenantKind kind)
    {
        var answer = await world.Anonymous.SendAsync<ApplyForOnboarding>(body: Applicants.Request("05999105", kind));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/kind"], answer.Pointers);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var answer = await world.Anonymous.SendAsync<ApplyForOnboarding>(body: new { name = " ", regionKey = "", contactName = "a\nb", contactMail = "Kim <kim@x.example>", contactFunction = new string('x', 121) });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/contactFunction", "/contactMail", "/contactName", "/kind", "/name", "/regionKey"], answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("05112000")]
    [InlineData("051120000000")]
    public async Task A_key_whose_Kommune_is_there_already_is_refused_also_in_its_long_form(string key)
    {
        var answer = await world.Anonymous.SendAsync<ApplyForOnboarding>(body: Applicants.Request(key));

        answer.Refused(HttpStatusCode.Conflict, "tenant-exists");
    }

    [Fact]
    public async Task A_second_application_for_a_key_waits_for_the_first()
    {
        var first = Applicants.Request();
        await world.AppliesAsync(first);

        var second = await world.Anonymous.SendAsync<ApplyForOnboarding>(body: first with { ContactMail = "other@example.org", RegionKey = first.RegionKey[..5] + "0000" + first.RegionKey[5..] });

        second.Refused(HttpStatusCode.Conflict, "application-open");
    }

    [Fact]
    public async Task Two_applications_at_once_end_with_one()
    {
        var request = Applicants.Request();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Anonymous.SendAsync<ApplyForOnboarding>(body: request)));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task The_office_is_told_by_mail_without_names_of_people()
    {
        var request = Applicants.Request();
        var id = await world.AppliesAsync(request);

        var mail = await world.MailToAsync("administrator@office.example", request.Name);

        Assert.Contains($"/geschaeftsstelle/antraege/{id}", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(request.ContactName, mail.TextBody, StringComparison.Ordinal);
    }
}
