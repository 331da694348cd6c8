namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Fact]
    public async Task Shows_anonymous_callers_nothing_of_the_network()
    {
        await AddAsync(
            Case("Lärm öffentlich") with { Facets = Topic("noise") },
            Case("Lärm im Netzwerk", audience: "network") with { Facets = Topic("secret") },
            Case("Lärm nur für uns", audience: "tenant:b") with { Facets = Topic("ours") });

        var anonymous = await FindAsync("Lärm");
        var network = await FindAsync("Lärm", Network);

        Assert.Equal(["Lärm öffentlich"], Titles(anonymous));
        Assert.Equal(1, anonymous.Total);
        Assert.Equal(["noise"], anonymous.Facets["topic"].Keys);
        Assert.Equal(["Lärm im Netzwerk", "Lärm öffentlich"], Titles(network).Order(StringComparer.Ordinal));
        Assert.Equal(2, network.Total);
    }

    [Fact]
    public async Task Finds_nothing_without_an_audience()
    {
        await AddAsync(Case("Lärm"));

        Assert.Equal(0, (await FindAsync("Lärm", [])).Total);
    }

    [Fact]
    public async Task Shows_each_item_once_in_its_richest_row()
    {
        var id = Guid.NewGuid();
        await AddAsync(
            Case("Lärm, kurz", id: id) with { ShadowedBy = ["network"], Facets = Topic("noise") },
            Case("Lärm, ganz", audience: "network", id: id) with { Facets = Topic("noise") });

        var anonymous = await FindAsync("Lärm");
        var network = await FindAsync("Lärm", Network);

        Assert.Equal(["Lärm, kurz"], Titles(anonymous));
        Assert.Equal(["Lärm, ganz"], Titles(network));
        Assert.Equal(1, network.Total);
        Assert.Equal(1, network.Facets["topic"]["noise"]);
        Assert.Equal("network", Assert.Single(network.Hits).Audience);
    }

    [Fact]
    public async Task Does_not_find_words_of_the_richer_row_for_those_who_see_the_poorer()
    {
        var id = Guid.NewGuid();
        await AddAsync(
            Case("Lärm", id: id) with { ShadowedBy = ["network"] },
            Case("Lärm", "Die Kosten der Wasserleitung", "network", id));

        Assert.Empty(await TitlesAsync("Wasserleitung"));
        Assert.Empty(await TitlesAsync("Wasserleitumg"));
        Assert.Empty(await TitlesAsync("Wasserl"));
        Assert.Single(await TitlesAsync("Wasserleitung", Network));
    }

    [Fact]
    public async Task Forgives_typing_errors_as_if_hidden_documents_were_not_there()
    {
        await AddAsync(Case("Wissen weitergeben"), Case("Streit um die Wiese", audience: "tenant:b"));

        Assert.Equal(["Wissen weitergeben"], await TitlesAsync("Wiese"));
    }

    [Fact]
    public async Task Scores_do_not_tell_of_hidden_documents()
    {
        await AddAsync(Case("Lärm im Park"));
        var before = Assert.Single((await FindAsync("Lärm")).Hits).Score;

        await AddAsync([.. Enumerable.Range(0, 20).Select(_ => Case("Lärm", audience: "network"))]);

        Assert.Equal(before, Assert.Single((await FindAsync("Lärm")).Hits).Score);
    }

    private protected static Dictionary<string, IReadOnlyList<string>> Topic(params string[] codes) => new() { ["topic"] = codes };
}
