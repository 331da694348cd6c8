using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Theory]
    [InlineData("\" OR audience = \"network")]
    [InlineData("noise\" OR audience = \"network")]
    [InlineData("noise\\\" OR audience = \\\"network")]
    [InlineData("noise'] OR audience IN ['network")]
    [InlineData("noise\nOR audience = network")]
    [InlineData("*")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("\u202eesion")]
    [InlineData("nоise")] // with a Cyrillic letter
    [InlineData("")]
    public async Task Takes_every_code_and_key_literally(string code)
    {
        await AddAsync(Case("Lärm") with { Facets = Topic("noise") }, Case("Lärm geheim", audience: "network") with { Facets = Topic("noise"), ExternalKey = "network" });

        var byCode = await Index.SearchAsync(Anonymous, new SearchQuery { Filters = new Dictionary<string, IReadOnlyCollection<string>> { ["topic"] = [code] } }, Stop);
        var byName = await Index.SearchAsync(Anonymous, new SearchQuery { Filters = new Dictionary<string, IReadOnlyCollection<string>> { [code] = ["noise"] } }, Stop);
        var byKind = await Index.SearchAsync(Anonymous, new SearchQuery { Text = "Lärm", Kinds = [code] }, Stop);
        var byKey = await Index.SearchAsync(Anonymous, new SearchQuery { ExternalKeys = [code] }, Stop);
        var byAudience = await Index.SearchAsync([code], new SearchQuery { Text = "Lärm" }, Stop);

        Assert.All([byCode, byName, byKind, byKey, byAudience], results => Assert.Equal(0, results.Total));
    }

    [Theory]
    [InlineData("\" OR \"geheim")]
    [InlineData("Lärm\" -\"")]
    [InlineData("\u202emräL")]
    [InlineData("Lаrm")] // with a Cyrillic letter
    [InlineData("'; DROP TABLE practices; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("ʼ")]
    [InlineData("¤")]
    [InlineData("\u200b")]
    [InlineData("-\"Lärm\" geheim")]
    public async Task No_text_finds_what_is_for_others(string text)
    {
        await AddAsync(Case("Lärm"), Case("geheim OR script alert drop table", audience: "network"));

        Assert.DoesNotContain("geheim OR script alert drop table", await TitlesAsync(text));
    }

    [Fact]
    public async Task Survives_ten_thousand_signs_of_every_kind()
    {
        await AddAsync(Case("Lärm"));
        string[] texts = [new('"', 10_000), new('-', 10_000), string.Concat(Enumerable.Repeat("\"a\" -b ", 1_500)), new('ä', 10_000), string.Concat(Enumerable.Repeat("😀 ", 3_000)), string.Concat(Enumerable.Repeat("漢字", 3_000))];

        foreach (var text in texts)
        {
            await FindAsync(text);
        }

        Assert.Equal(["Lärm"], await TitlesAsync("lärm"));
    }

    [Fact]
    public async Task Finds_words_of_other_scripts_and_with_signs_inside()
    {
        await AddAsync(Case("Звіт про шум"), Case("تقرير الضوضاء"), Case("噪音報告"), Case("Lärm ab 3.5 dB"), Case("Lärm ab 35 dB"));

        Assert.Equal(["Звіт про шум"], await TitlesAsync("шум"));
        Assert.Equal(["تقرير الضوضاء"], await TitlesAsync("الضوضاء"));
        Assert.Equal(["噪音報告"], await TitlesAsync("噪音"));
        Assert.Equal(["Lärm ab 3.5 dB"], await TitlesAsync("3.5 dB"));
    }
}
