using System.Globalization;
using System.Text.Json;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Search;

/// <summary>kill -9 of the verb <c>reindex</c> while it fills the new index.</summary>
public sealed class KilledReindexTests
{
    private const int Attempts = 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_rebuild_leaves_the_index_as_it_was()
    {
        await using var platform = new PlatformProcess(database: null, "Development");
        await platform.ServeAsync();
        await HitsAsync(platform, "kind=conference", total => total > 0); // what the demo world publishes last
        var before = await HitsAsync(platform, "", total => total > 0);
        await platform.StopAsync();

        var half = await KillAsync(platform, Path.Combine(platform.Data, "search"));
        await platform.ServeAsync();

        Assert.Equal(before, await HitsAsync(platform, "", _ => true));
        Assert.False(Directory.Exists(half));
    }

    /// <returns>The folder of the index that was only begun.</returns>
    private static async Task<string> KillAsync(PlatformProcess platform, string search)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var next = Path.Combine(search, (Current(search) + 1).ToString(CultureInfo.InvariantCulture));
            platform.Begin("reindex");
            while (platform.IsRunning && !Directory.Exists(next))
            {
                await Task.Yield();
            }

            await platform.StopAsync();
            if (Directory.Exists(next) && next != Path.Combine(search, Current(search).ToString(CultureInfo.InvariantCulture)))
            {
                return next;
            }
        }

        throw new InvalidOperationException("Every rebuild was done before the kill, so nothing was tested.");
    }

    private static int Current(string search) => int.Parse(File.ReadAllText(Path.Combine(search, "current")), CultureInfo.InvariantCulture);

    private static async Task<int> HitsAsync(PlatformProcess platform, string filter, Func<int, bool> isEnough)
    {
        using var http = platform.Http();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            using var answer = await http.GetAsync(new Uri($"/v1/search?limit=1&{filter}", UriKind.Relative), Stop);
            var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(Stop)).RootElement;
            if (answer.IsSuccessStatusCode && isEnough(body.GetProperty("total").GetInt32()))
            {
                return body.GetProperty("total").GetInt32();
            }

            await Task.Delay(50, Stop);
        }

        throw new InvalidOperationException("The search did not find it.");
    }
}
