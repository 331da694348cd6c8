namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Theory]
    [InlineData("Klärnalage", "Kläranlage")]
    [InlineData("Streit um die Klärnalage", "Streit um die Kläranlage")]
    [InlineData("\"Runder Tisch\" Klärnalage -Hafen", "\"Runder Tisch\" Kläranlage -Hafen")]
    [InlineData("Mediaton Kläranlage", "Mediation Kläranlage")]
    public async Task Says_what_was_meant_in_the_words_of_a_hit(string text, string meant)
    {
        await AddAsync(Case("Runder Tisch zum Streit um die Kläranlage", "Eine Mediation half."), Case("Etwas anderes"));

        var results = await FindAsync(text);

        Assert.Single(results.Hits);
        Assert.Equal(meant, results.DidYouMean);
    }

    [Theory]
    [InlineData("Kläranlage")]
    [InlineData("Kläranlagen")]
    [InlineData("klaeranlage streit")]
    [InlineData("Klär")]
    [InlineData("Religion")]
    [InlineData("Schlichtung")]
    [InlineData("xyzzyplugh")]
    [InlineData("")]
    public async Task Says_nothing_where_a_hit_has_the_word_itself_or_nothing_is_near(string text)
    {
        await AddAsync(Case("Streit um die Kläranlage", "In der Region half") with { Names = ["Religion & religiöse Bauten"], Body = "Danach kam die Schlichtung. Die Schichtung blieb." });

        Assert.Null((await FindAsync(text)).DidYouMean);
    }

    [Fact]
    public async Task Says_what_was_meant_by_a_part_of_a_compound()
    {
        await AddAsync(Case("Drei Flüchtlingsunterkünfte"));

        Assert.Equal("Unterkünfte", (await FindAsync("Unterkumft")).DidYouMean);
    }

    [Fact]
    public async Task Says_nothing_where_another_word_is_not_found_at_all()
    {
        await AddAsync(Case("Streit um die Kläranlage"));

        var results = await FindAsync("Streit Klärnalage Verkehr");

        Assert.True(results.Relaxed);
        Assert.Null(results.DidYouMean);
    }

    [Fact]
    public async Task Means_no_word_that_the_caller_does_not_see()
    {
        var id = Guid.NewGuid();
        await AddAsync(
            Case("Lärm im Hof", id: id) with { ShadowedBy = ["network"] },
            Case("Lärm an der Kläranlage", audience: "network", id: id),
            Case("Die Kläranlagen", audience: "tenant:b"));

        Assert.Null((await FindAsync("Lärm Klärnalage")).DidYouMean);
        Assert.Equal("Lärm Kläranlage", (await FindAsync("Lärm Klärnalage", Network)).DidYouMean);
    }
}
