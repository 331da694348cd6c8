using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Foundation.Limits;

/// <summary>One place and no line; the test takes the place itself, as a request does that does not end.</summary>
public sealed class TurnTests
{
    private static readonly (string, string)[] OnePlace = [("Limits:Concurrent", "1"), ("Limits:Queue", "0")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_tenant_whose_line_is_full_is_refused_while_others_are_served()
    {
        await using var platform = new LimitedPlatform(OnePlace);
        using var unna = await platform.SignedInAsync("unna");
        using var soest = await platform.SignedInAsync("soest");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await unna.CallAsync()).Status, (await soest.CallAsync()).Status));
        Assert.True(await platform.Gate.TryEnterAsync(LimitedPlatform.CallerOf("unna"), Stop));

        var refused = await unna.CallAsync();

        refused.Refused(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal("1", refused.Header("Retry-After"));
        Assert.Equal(HttpStatusCode.OK, (await soest.CallAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await unna.CallAsync("/openapi/v1.json")).Status);
        platform.Gate.Leave(LimitedPlatform.CallerOf("unna"));
        Assert.Equal(HttpStatusCode.OK, (await unna.CallAsync()).Status);
    }

    [Fact]
    public async Task A_page_of_the_hub_waits_in_the_line_of_its_tenant_too()
    {
        await using var platform = new LimitedPlatform(OnePlace);
        using var http = platform.Http();
        using var hub = new HubClient(http);
        await hub.SignInAsync("reader@unna.example");
        Assert.Equal(HttpStatusCode.OK, (await hub.GetAsync("/konto")).Status);
        Assert.True(await platform.Gate.TryEnterAsync(LimitedPlatform.CallerOf("unna"), Stop));

        var page = await http.CallAsync("/konto");

        Assert.Equal((HttpStatusCode.TooManyRequests, "1", "text/html"), (page.Status, page.Header("Retry-After"), page.ContentHeaders.ContentType?.MediaType));
        Assert.Contains("Das waren zu viele Anfragen", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_learned_about_a_token_gives_no_right_and_is_forgotten_with_it()
    {
        await using var platform = new LimitedPlatform(OnePlace);
        using var unna = await platform.SignedInAsync("unna");
        await unna.CallAsync();
        Assert.True(await platform.Gate.TryEnterAsync(LimitedPlatform.CallerOf("unna"), Stop));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await unna.CallAsync()).Status);
        platform.Gate.Leave(LimitedPlatform.CallerOf("unna"));
        await RevokeAsync(platform);

        (await unna.CallAsync()).Refused(HttpStatusCode.Unauthorized, "unauthenticated");

        Assert.True(await platform.Gate.TryEnterAsync(LimitedPlatform.CallerOf("unna"), Stop));
        (await unna.CallAsync()).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    private static async Task RevokeAsync(LimitedPlatform platform)
    {
        await using var scope = await platform.Services.GetRequiredService<TenantScopes>().OpenAsync(new Owner(OwnerKind.Tenant, DemoIds.Tenant("unna")), Stop);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        (await db.AppAdmissions.AsTracking().SingleAsync(row => row.ClientId == "demo-unna", Stop)).Revoke(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await db.SaveChangesAsync(Stop);
    }
}
