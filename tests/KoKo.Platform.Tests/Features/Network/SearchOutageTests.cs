using System.Net;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network;

/// <summary>A platform whose Meilisearch goes away and comes back.</summary>
[RequiresMeilisearch(toStopIt: true)]
public sealed class SearchOutageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_go_on_searches_say_when_to_come_back_and_the_index_catches_up()
    {
        using var process = new MeilisearchProcess();
        process.Start();
        await using var world = new PlatformWorld { Further = process.Server.Settings("koko") };
        await world.InitializeAsync();
        var duisburg = await world.AppAsync("duisburg");
        var word = "w" + Guid.NewGuid().ToString("N");
        await FoundAsync(duisburg, "Windpark");

        process.Stop();
        var practice = await duisburg.PublishedAsync(PracticeCast.Complete with { Title = $"Nachtruhe {word}" });
        var refused = await duisburg.SendAsync<SearchNetwork>(query: new { q = word });
        using var hub = world.Http();
        using var page = await hub.GetAsync(new Uri("/suche?q=x", UriKind.Relative), Stop);

        refused.Refused(HttpStatusCode.ServiceUnavailable, "search-unavailable");
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("Die Suche antwortet gerade nicht.", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        process.Start();

        Assert.Equal(practice.Id, Assert.Single((await FoundAsync(duisburg, word)).Items).Id);
    }

    private static async Task<SearchNetworkResponse> FoundAsync(ApiClient client, string text)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            var answer = await client.SendAsync<SearchNetwork>(query: new { q = text });
            if (answer.Status == HttpStatusCode.OK && answer.As<SearchNetworkResponse>() is { Total: > 0 } found)
            {
                return found;
            }

            await Task.Delay(50, Stop);
        }

        throw new InvalidOperationException($"Nothing was found for {text}.");
    }
}
