using System.IO.Compression;
using System.Text;
using System.Text.Json;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Library.Import;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Library.Import;

public sealed class ImportVerbTests(PlatformWorld world) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("koko-import-").FullName;

    // of letters only, so that the analysis leaves it whole
    private readonly string word = "xq" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiLetter)) + "quz";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Loads_guides_that_the_network_finds_by_word_and_by_key()
    {
        var answer = await ImportAsync([Line("alpha"), Line("beta")]);

        Assert.Equal((0, "2 added, 0 changed, 0 as they were."), (answer.Exit, answer.Output.Split(" The ")[0]));
        var duisburg = await world.AppAsync("duisburg");
        var found = (await duisburg.SendAsync<SearchNetwork>(query: new { q = word })).As<SearchNetworkResponse>();
        Assert.Equal([Key("alpha"), Key("beta")], found.Items.Select(hit => hit.ExternalKey).Order());
        var one = (await duisburg.SendAsync<SearchNetwork>(query: new { externalKey = Key("beta") })).As<SearchNetworkResponse>();
        Assert.Equal((Key("beta"), 1), (Assert.Single(one.Items).ExternalKey, one.Total));
        var listed = (await duisburg.SendAsync<ListReleasedPractices>(query: new { externalKey = Key("alpha") })).As<Page<ReleasedPracticeEntryResponse>>();
        var entry = Assert.Single(listed.Items);
        Assert.Equal(("guide", Key("alpha")), (entry.Kind, entry.ExternalKey));
        var read = (await duisburg.SendAsync<GetReleasedPractice>(route: new { id = entry.Id })).As<ReleasedPracticeResponse>();
        Assert.Equal(Key("alpha"), read.Content.ExternalKey);
        Assert.Contains(read.Content.Approach, step => step.Text.Contains($"Text zu {word}", StringComparison.Ordinal));
        Assert.Equal(0, (await world.Anonymous.SendAsync<SearchNetwork>(query: new { externalKey = Key("beta") })).As<SearchNetworkResponse>().Total);
    }

    [Fact]
    public async Task Loads_the_same_file_again_without_a_change_and_a_changed_line_as_a_new_revision()
    {
        await ImportAsync([Line("alpha"), Line("beta")]);

        var same = await ImportAsync([Line("alpha"), Line("beta")], compressed: true);
        var changed = await ImportAsync([Line("alpha"), Line("beta", body: $"Ganz neuer Text zu {word}. {Filler}")]);

        Assert.StartsWith("0 added, 0 changed, 2 as they were.", same.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 1 changed, 1 as they were.", changed.Output, StringComparison.Ordinal);
        var revisions = await world.InsideAsync("office", db => Task.FromResult(db.Practices.Where(practice => practice.ExternalKey == Key("beta")).Select(practice => practice.Revision).ToList()));
        Assert.Equal([2], revisions);
    }

    [Fact]
    public async Task A_title_that_is_too_long_stands_whole_in_the_summary()
    {
        // the word ends where a snippet does, and no blank follows it
        var title = string.Join(' ', Enumerable.Repeat("Verordnung über Gebühren", 8)).PadRight(239 - word.Length, '.') + " " + word;

        await ImportAsync([Line("alpha", title)]);

        var found = (await (await world.AppAsync("duisburg")).SendAsync<SearchNetwork>(query: new { q = word })).As<SearchNetworkResponse>();
        var hit = Assert.Single(found.Items);
        Assert.EndsWith(" …", string.Concat(hit.Title.Select(part => part.Text)), StringComparison.Ordinal);
        Assert.Contains(hit.Snippet, part => part is { IsMatch: true } && part.Text == word);
    }

    [Theory]
    [InlineData("{", "line 2: no guide in JSON")]
    [InlineData("""{"key":"x","title":"Ein Titel"}""", "line 2: no guide in JSON")]
    [InlineData("""{"key":"x","title":"kurz","body":"zu kurz"}""", "line 2: title: ")]
    [InlineData("""{"key":"x","title":"Lang genug","body":"Zu kurz für eine Zusammenfassung."}""", "line 2: summary: ")]
    public async Task A_line_with_a_fault_is_named_and_nothing_is_imported(string line, string fault)
    {
        var answer = await ImportAsync([Line("alpha"), line, Line("beta")]);

        Assert.Equal(1, answer.Exit);
        Assert.StartsWith($"Nothing was imported:\n  {fault}", answer.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(await world.InsideAsync("office", db => Task.FromResult(db.Practices.Where(practice => practice.ExternalKey == Key("alpha")).ToList())));
    }

    [Fact]
    public async Task A_key_that_stands_twice_is_refused()
    {
        var answer = await ImportAsync([Line("alpha"), Line("beta"), Line("alpha")]);

        Assert.Equal("Nothing was imported:\n  line 3: the key stands in line 1, too\n", answer.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("network_only", "public", "the license network_only forbids public")]
    [InlineData("CC0-1.0", "tenant:x", "only public and network")]
    public async Task An_audience_that_may_not_see_it_is_refused(string license, string audience, string reason)
    {
        var answer = await ImportAsync([Line("alpha", license: license, audience: audience)]);

        Assert.Equal($"Nothing was imported:\n  line 1: audiences: {reason}\n", answer.Output.ReplaceLineEndings("\n"));
    }

    private const string Filler = "Er ist lang genug, damit sein Anfang als Zusammenfassung taugt und niemand eine eigene schreiben muss.";

    private string Key(string name) => $"{word}-{name}";

    private string Line(string name, string? title = null, string? body = null, string license = "network_only", string audience = "network") => JsonSerializer.Serialize(new
    {
        id = "is not ours",
        key = Key(name),
        title = title ?? $"Hinweise zu {word} {name}",
        body = body ?? $"Text zu {word}. {Filler}",
        license,
        audiences = new[] { audience },
    });

    private async Task<(int Exit, string Output)> ImportAsync(IEnumerable<string> lines, bool compressed = false)
    {
        var path = Path.Combine(folder, compressed ? "guides.jsonl.gz" : "guides.jsonl");
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        await using (var file = File.Create(path))
        await using (var content = compressed ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file)
        {
            await content.WriteAsync(bytes, Stop);
        }

        var output = new StringWriter();
        var exit = await ImportVerb.RunAsync(world.Services, new ImportFile(path), output, Stop);
        await world.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(Stop);
        return (exit, output.ToString());
    }
}
