using System.Net;
using System.Security.Cryptography;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Foundation.Identity;

public sealed class PersonTokenTests(PlatformWorld world)
{
    private readonly string verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public async Task A_person_gets_a_token_for_the_tenant_she_chose()
    {
        var person = await world.PersonAsync(Roles.Editor, "duisburg");

        Assert.Equal(HttpStatusCode.OK, (await person.SendAsync<ListVocabularies>()).Status);
    }

    [Fact]
    public async Task A_refresh_token_is_good_once_and_its_second_use_ends_the_family()
    {
        var first = await world.PersonTokensAsync(DemoTenants.Mail(Roles.Reader, "hamm"), "hamm", "library:read offline_access");
        var second = await RefreshAsync(first.GetProperty("refresh_token").GetString());
        Assert.NotEqual(first.GetProperty("refresh_token").GetString(), second.GetProperty("refresh_token").GetString());

        var reused = await RefreshAsync(first.GetProperty("refresh_token").GetString());
        Assert.Equal("invalid_grant", reused.GetProperty("error").GetString());

        var successor = await RefreshAsync(second.GetProperty("refresh_token").GetString());
        Assert.Equal("invalid_grant", successor.GetProperty("error").GetString());
        var access = await new ApiClient(world, second.GetProperty("access_token").GetString()).SendAsync<ListVocabularies>();
        access.Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_third_partys_client_is_bound_to_the_tenant_that_admitted_it()
    {
        var client = DemoMembers.ReaderClientId("krefeld");
        using var hub = await world.HubAsync(Roles.Editor, "duisburg");
        var page = await AskAsync(hub, client);

        var answer = await hub.SubmitAsync(page, "/connect/authorize", ("mandant", DemoIds.Tenant("duisburg").ToString()), ("zustimmung", "ja"));

        Assert.StartsWith($"{DemoMembers.ReaderCallback}?error=access_denied", answer.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_good_once_and_only_with_its_verifier()
    {
        var client = DemoMembers.ReaderClientId("krefeld");
        using var hub = await world.HubAsync(Roles.Editor, "krefeld");

        var code = PlatformWorld.CodeOf((await AgreeAsync(hub, await AskAsync(hub, client))).Location!);
        var stolen = await world.RedeemAsync(client, DemoMembers.ReaderCallback, new string('x', 43), code);
        Assert.Equal("invalid_grant", stolen.GetProperty("error").GetString());

        var mine = PlatformWorld.CodeOf((await AgreeAsync(hub, await AskAsync(hub, client))).Location!);
        var redeemed = await world.RedeemAsync(client, DemoMembers.ReaderCallback, verifier, mine);
        Assert.Equal("library:read search:read tenants:read", string.Join(' ', redeemed.GetProperty("scope").GetString()!.Split(' ').Order()));
        var again = await world.RedeemAsync(client, DemoMembers.ReaderCallback, verifier, mine);
        Assert.Equal("invalid_grant", again.GetProperty("error").GetString());
    }

    [Fact]
    public async Task An_app_whose_admission_is_revoked_is_out_at_the_next_request_and_so_is_who_uses_it()
    {
        var client = new NewClient($"short-lived-{Guid.NewGuid():N}", null, [Scope.TenantsRead], [DemoMembers.ReaderCallback]);
        var krefeld = new Owner(OwnerKind.Tenant, DemoIds.Tenant("krefeld"));
        await Clients.AdmitAsync(world.Services, krefeld, new App(Guid.NewGuid(), "Kurzlebig", null), client, TestContext.Current.CancellationToken);
        using var hub = await world.HubAsync(Roles.Editor, "krefeld");
        var code = PlatformWorld.CodeOf((await AgreeAsync(hub, await AskAsync(hub, client.ClientId))).Location!);
        var token = (await world.RedeemAsync(client.ClientId, DemoMembers.ReaderCallback, verifier, code)).GetProperty("access_token").GetString();
        Assert.Equal(HttpStatusCode.OK, (await new ApiClient(world, token).SendAsync<ListVocabularies>()).Status);

        await world.InsideAsync("krefeld", async db =>
        {
            (await db.AppAdmissions.AsTracking().SingleAsync(row => row.ClientId == client.ClientId)).Revoke(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            return await db.SaveChangesAsync();
        });

        (await new ApiClient(world, token).SendAsync<ListVocabularies>()).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Swagger_on_this_machine_may_be_served_from_any_port_and_from_no_other_host()
    {
        using var hub = await world.HubAsync(Roles.Editor, "krefeld");

        var here = await hub.GetAsync(PlatformWorld.AuthorizationRequest(OwnClients.Swagger, new Uri(world.Address, OwnClients.SwaggerCallback), verifier, null));
        var there = await hub.GetAsync(PlatformWorld.AuthorizationRequest(OwnClients.Swagger, new Uri("http://elsewhere.example" + OwnClients.SwaggerCallback), verifier, null));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (here.Status, there.Status));
    }

    [Fact]
    public async Task Saying_no_gives_no_code()
    {
        using var hub = await world.HubAsync(Roles.Editor, "krefeld");

        var answer = await hub.SubmitAsync(await AskAsync(hub, DemoMembers.ReaderClientId("krefeld")), "/connect/authorize", ("zustimmung", "nein"));

        Assert.StartsWith($"{DemoMembers.ReaderCallback}?error=access_denied", answer.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_challenge_or_with_a_plain_one_there_is_no_code()
    {
        using var hub = await world.HubAsync(Roles.Editor, "krefeld");
        var plain = PlatformWorld.AuthorizationRequest(DemoMembers.ReaderClientId("krefeld"), DemoMembers.ReaderCallback, verifier, null, "plain");
        var without = string.Join('&', plain.Split('&').Where(part => !part.Contains("code_challenge", StringComparison.Ordinal)));

        foreach (var request in new[] { plain, without })
        {
            var answer = await hub.GetAsync(request);
            Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, answer.Location));
        }
    }

    [Fact]
    public async Task Another_redirect_address_is_never_followed()
    {
        using var hub = await world.HubAsync(Roles.Editor, "krefeld");

        var answer = await hub.GetAsync(PlatformWorld.AuthorizationRequest(DemoMembers.ReaderClientId("krefeld"), new Uri("https://evil.example/callback"), verifier, null));

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task A_consent_without_the_forms_token_is_refused()
    {
        using var hub = await world.HubAsync(Roles.Editor, "krefeld");
        var page = await AskAsync(hub, DemoMembers.ReaderClientId("krefeld"));

        var answer = await hub.SubmitAsync(page, "/connect/authorize", ("__RequestVerificationToken", null), ("zustimmung", "ja"));

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, answer.Location));
    }

    private async Task<HubPage> AskAsync(HubClient hub, string client)
    {
        var asked = await hub.GetAsync(PlatformWorld.AuthorizationRequest(client, DemoMembers.ReaderCallback, verifier, null));
        return await hub.GetAsync(asked.Location!.ToString());
    }

    private static Task<HubPage> AgreeAsync(HubClient hub, HubPage page) => hub.SubmitAsync(page, "/connect/authorize", ("zustimmung", "ja"));

    private Task<System.Text.Json.JsonElement> RefreshAsync(string? token) =>
        world.AskTokenAsync(("grant_type", "refresh_token"), ("client_id", OwnClients.Swagger), ("refresh_token", token));
}
