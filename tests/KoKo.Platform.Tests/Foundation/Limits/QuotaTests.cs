using System.Net;
using System.Net.Http.Json;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Limits;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Foundation.Limits;

/// <summary>Requests per minute; the clock of each test stands at half past.</summary>
public sealed class QuotaTests
{
    [Fact]
    public async Task A_tenant_that_used_up_its_quota_is_refused_until_the_next_minute_and_no_other()
    {
        await using var platform = new LimitedPlatform(("Limits:RequestsPerMinute", "3"));
        using var unna = await platform.SignedInAsync("unna");
        using var soest = await platform.SignedInAsync("soest");

        Assert.Equal(["3 2 30", "3 1 30", "3 0 30"], [(await unna.CallAsync()).Quota(), (await unna.CallAsync()).Quota(), (await unna.CallAsync()).Quota()]);
        var refused = await unna.CallAsync("/v1/practices", JsonContent.Create(PracticeCast.Complete, options: ApiClient.Options));

        refused.Refused(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal(("30", "3 0 30"), (refused.Header("Retry-After"), refused.Quota()));
        Assert.DoesNotContain(PracticeCast.Complete.Title, await TitlesAsync(platform, "unna"));
        var other = await soest.CallAsync();
        Assert.Equal((HttpStatusCode.OK, "3 2 30"), (other.Status, other.Quota()));

        platform.Clock.Advance(TimeSpan.FromSeconds(30));
        var created = await unna.CallAsync("/v1/practices", JsonContent.Create(PracticeCast.Complete, options: ApiClient.Options));
        Assert.Equal((HttpStatusCode.Created, "3 2 60"), (created.Status, created.Quota()));
        Assert.Contains(PracticeCast.Complete.Title, await TitlesAsync(platform, "unna"));
    }

    [Fact]
    public async Task The_database_is_asked_once_for_a_block_of_requests()
    {
        await using var platform = new LimitedPlatform(("Limits:RequestsPerMinute", "100"));
        using var unna = await platform.SignedInAsync("unna");

        List<int> used = [];
        for (var request = 0; request < 6; request++)
        {
            await unna.CallAsync();
            used.Add(await UsedAsync(platform, "unna"));
        }

        Assert.Equal([5, 5, 5, 5, 5, 10], used);
    }

    [Fact]
    public async Task People_at_the_hub_and_apps_of_a_tenant_have_one_quota_and_people_are_told_on_a_page()
    {
        await using var platform = new LimitedPlatform(("Limits:RequestsPerMinute", "6"));
        using var http = platform.Http();
        using var unna = await platform.SignedInAsync("unna");
        using var hub = new HubClient(http);
        await hub.SignInAsync("reader@unna.example");
        Assert.Equal(HttpStatusCode.OK, (await hub.GetAsync("/konto")).Status);
        while ((await unna.CallAsync()).Status == HttpStatusCode.OK)
        {
        }

        var page = await http.CallAsync("/konto");

        Assert.Equal((HttpStatusCode.TooManyRequests, "30", "text/html"), (page.Status, page.Header("Retry-After"), page.ContentHeaders.ContentType?.MediaType));
        Assert.Contains("<html lang=\"de\">", page.Body, StringComparison.Ordinal);
        Assert.Contains("Das waren zu viele Anfragen", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_who_are_not_signed_in_count_by_address_and_take_nothing_from_those_who_are()
    {
        await using var platform = new LimitedPlatform(("Limits:AnonymousPerMinute", "4"));
        using var unna = await platform.SignedInAsync("unna");
        Assert.Equal(HttpStatusCode.OK, (await unna.CallAsync()).Status);
        using var nobody = platform.Http();
        using var invented = platform.Http();
        invented.DefaultRequestHeaders.Add("Authorization", "Bearer invented");
        Assert.Equal(HttpStatusCode.Unauthorized, (await invented.CallAsync()).Status);
        var last = await nobody.CallAsync("/v1/vocabularies");
        Assert.Equal((HttpStatusCode.OK, "4 0 30"), (last.Status, last.Quota()));

        (await nobody.CallAsync("/v1/vocabularies")).Refused(HttpStatusCode.TooManyRequests, "too-many-requests");
        (await invented.CallAsync()).Refused(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal(HttpStatusCode.OK, (await unna.CallAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await nobody.CallAsync("/health/live")).Status);
    }

    [Fact]
    public void A_process_whose_clock_is_behind_takes_from_the_minute_that_has_begun()
    {
        var begun = new DateTime(2026, 6, 1, 8, 1, 0, DateTimeKind.Utc);
        var count = new RequestCount(Guid.NewGuid(), Guid.NewGuid(), begun);

        Assert.Equal([6, 4, 0], [count.Reserve(begun, 6, 10), count.Reserve(begun.AddMinutes(-1), 6, 10), count.Reserve(begun, 6, 10)]);
        Assert.Equal((6, 6), (count.Reserve(begun.AddMinutes(1), 6, 10), count.Used));
    }

    private static Task<List<string>> TitlesAsync(LimitedPlatform platform, string slug) =>
        InsideAsync(platform, slug, db => db.Set<Practice>().Select(practice => practice.Title).ToListAsync(TestContext.Current.CancellationToken));

    private static Task<int> UsedAsync(LimitedPlatform platform, string slug) =>
        InsideAsync(platform, slug, db => db.Set<RequestCount>().Select(count => count.Used).SingleAsync(TestContext.Current.CancellationToken));

    private static async Task<T> InsideAsync<T>(LimitedPlatform platform, string slug, Func<PlatformDb, Task<T>> look)
    {
        await using var scope = await platform.Services.GetRequiredService<TenantScopes>().OpenAsync(new Owner(OwnerKind.Tenant, DemoIds.Tenant(slug)), TestContext.Current.CancellationToken);
        return await look(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }
}
