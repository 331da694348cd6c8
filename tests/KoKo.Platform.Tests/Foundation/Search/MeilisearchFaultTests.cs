using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Meilisearch;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Tests.Foundation.Search;

/// <summary>What only happens where the index is a server.</summary>
[RequiresMeilisearch(toStopIt: true)]
public sealed class MeilisearchFaultTests
{
    private static readonly string[] Public = ["public"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_rebuild_leaves_the_old_index_and_nothing_of_the_new_one()
    {
        await using var test = new MeilisearchTestIndex();
        var killed = await test.OpenAsync();
        await killed.UpdateAsync([Change("Alt")], 7, Stop);
        using var kill = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var rebuild = killed.RebuildAsync(Endless(), 8, kill.Token);
        await begun.Task;

        var next = await test.OpenAsync();

        Assert.Equal(7, await next.GetPositionAsync(Stop));
        Assert.Equal(1, (await next.SearchAsync(Public, new SearchQuery { Text = "Alt" }, Stop)).Total);
        Assert.Null(await test.Client().ReadAsync<JsonObject>($"indexes/{test.Name}_next", Stop));
        await next.RebuildAsync(new[] { Document("Neu") }.ToAsyncEnumerable(), 9, Stop);
        Assert.Equal(1, (await next.SearchAsync(Public, new SearchQuery(), Stop)).Total);
        await kill.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => rebuild);

        async IAsyncEnumerable<SearchDocument> Endless()
        {
            yield return Document("Halb");
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, kill.Token);
        }
    }

    [Fact]
    public async Task A_killed_server_comes_back_with_documents_and_position()
    {
        using var process = new MeilisearchProcess();
        process.Start();
        var test = new MeilisearchTestIndex(process.Server);
        using var index = await test.OpenAsync();
        await index.UpdateAsync([Change("Lärm")], 3, Stop);

        process.Stop();
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SearchAsync(Public, new SearchQuery(), Stop));
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.UpdateAsync([Change("Ruhe")], 4, Stop));
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.GetPositionAsync(Stop));
        process.Start();

        Assert.Equal(3, await index.GetPositionAsync(Stop));
        Assert.Equal(1, (await index.SearchAsync(Public, new SearchQuery { Text = "Lärm" }, Stop)).Total);
    }

    [Fact]
    public async Task A_lost_index_begins_at_0_and_finds_nothing_until_it_is_filled()
    {
        await using var test = new MeilisearchTestIndex();
        var index = await test.OpenAsync();
        await index.UpdateAsync([Change("Lärm")], 3, Stop);
        await test.DropAsync();

        Assert.Equal(0, await index.GetPositionAsync(Stop));
        Assert.Equal(0, (await index.SearchAsync(Public, new SearchQuery { Text = "Lärm" }, Stop)).Total);
        await index.UpdateAsync([Change("Lärm")], 3, Stop);
        Assert.Equal(1, (await index.SearchAsync(Public, new SearchQuery { Text = "Lärm" }, Stop)).Total);
    }

    [Fact]
    public async Task Settings_are_sent_where_they_differ_only()
    {
        await using var test = new MeilisearchTestIndex();
        await test.OpenAsync();
        var before = await TasksAsync();

        await test.OpenAsync();
        Assert.Equal(before, await TasksAsync());

        await test.Client().WriteAsync(HttpMethod.Patch, $"indexes/{test.Name}/settings", new { rankingRules = (string[])["words"] }, Stop);
        await test.OpenAsync();
        Assert.Equal(before + 2, await TasksAsync());

        async Task<int> TasksAsync() => (int)(await test.Client().ReadAsync<JsonObject>($"tasks?indexUids={test.Name}&types=settingsUpdate", Stop))!["total"]!;
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_below_a_second()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var options = Options.Create(new MeilisearchOptions { Url = $"http://{mute.LocalEndpoint}", Key = "any" });
        using var index = new MeilisearchSearchIndex(MeilisearchServer.Client(options), options, new WriterTurns(scopes: null), GermanWords.Curated);

        Assert.True(options.Value.SearchTimeout < TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.SearchAsync(Public, new SearchQuery(), Stop));
        await Assert.ThrowsAsync<SearchUnavailableException>(() => index.GetPositionAsync(Stop));
    }

    [Fact]
    public async Task What_is_no_Meilisearch_is_unavailable()
    {
        var options = Options.Create(new MeilisearchOptions { Url = MeilisearchServer.Instance.Options("x").Value.Url + "health", Key = "any" });
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var index = new MeilisearchSearchIndex(new MeilisearchClient(http, options), options, new WriterTurns(scopes: null), GermanWords.Curated);

        await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => index.SearchAsync(Public, new SearchQuery(), Stop));
    }

    [Fact]
    public async Task A_server_without_a_key_is_refused_outside_Development()
    {
        using var open = new MeilisearchProcess(key: null);
        open.Start();
        await using var platform = new PlatformProcess();
        string[] settings = [.. open.Server.Settings("koko").Select(setting => $"--{setting.Key}={setting.Value}")];

        var (exit, output) = await platform.RunAsync([.. settings, "--Platform:BaseUrl=https://koko.example"]);

        Assert.Equal(1, exit);
        Assert.Contains("Meilisearch answers without a key.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_manages_no_keys_is_enough()
    {
        await using var test = new MeilisearchTestIndex();
        string[] actions = ["search", "documents.*", "indexes.*", "settings.*", "tasks.get"];
        var made = await test.Client().AskAsync<JsonObject>("keys", new Dictionary<string, object?> { ["actions"] = actions, ["indexes"] = (string[])["*"], ["expiresAt"] = TimeProvider.System.GetUtcNow().AddHours(1) }, Stop);
        var options = Options.Create(MeilisearchServer.Instance.Options(test.Name).Value with { Key = (string)made!["key"]! });
        using var index = new MeilisearchSearchIndex(MeilisearchServer.Client(options), options, new WriterTurns(scopes: null), GermanWords.Curated);
        await using var turn = await index.TakeTurnAsync(Stop);

        await index.UpdateAsync([Change("Lärm")], 3, Stop);
        await index.RebuildAsync(new[] { Document("Lärm"), Document("Ruhe") }.ToAsyncEnumerable(), 4, Stop);

        Assert.Equal(2, (await index.SearchAsync(Public, new SearchQuery(), Stop)).Total);
        await test.DropAsync();
    }

    [Fact]
    public async Task A_wrong_key_is_unavailable()
    {
        await using var test = new MeilisearchTestIndex();
        await test.OpenAsync();
        var options = Options.Create(new MeilisearchOptions { Url = MeilisearchServer.Instance.Options("x").Value.Url, Key = "wrong", Index = test.Name, SearchTimeout = TimeSpan.FromSeconds(20) });
        using var index = new MeilisearchSearchIndex(MeilisearchServer.Client(options), options, new WriterTurns(scopes: null), GermanWords.Curated);

        await Assert.ThrowsAsync<MeilisearchException>(() => index.SearchAsync(Public, new SearchQuery(), Stop));
    }

    private static SearchChange Change(string title)
    {
        var document = Document(title);
        return new SearchChange(document.Kind, document.ItemId, [document]);
    }

    private static SearchDocument Document(string title) => new() { ItemId = Guid.NewGuid(), Kind = "practice", Audience = "public", Title = title, SortDate = DateTime.UnixEpoch };
}
