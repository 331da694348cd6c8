using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Fact]
    public async Task Wants_all_words()
    {
        await AddAsync(Case("Lärm im Park"), Case("Lärm am Bahnhof"), Case("Park am See"));

        var results = await FindAsync("Park Lärm");

        Assert.Equal(["Lärm im Park"], Titles(results));
        Assert.False(results.Relaxed);
    }

    [Fact]
    public async Task Falls_back_to_most_words_when_no_document_has_all()
    {
        await AddAsync(Case("Lärm im Park"), Case("Lärm am Bahnhof"), Case("Ein Dialog"));

        var results = await FindAsync("Lärm Park Verkehr");

        Assert.Equal(["Lärm im Park"], Titles(results));
        Assert.True(results.Relaxed);
    }

    [Fact]
    public async Task Finds_a_phrase_only_in_its_order()
    {
        await AddAsync(Case("Runder Tisch zum Lärm"), Case("Ein Tisch, der runder wird"));

        Assert.Equal(["Runder Tisch zum Lärm"], await TitlesAsync("\"runder Tisch\""));
    }

    [Fact]
    public async Task Leaves_out_what_is_excluded()
    {
        await AddAsync(Case("Lärm im Park"), Case("Lärm am Bahnhof"));

        Assert.Equal(["Lärm am Bahnhof"], await TitlesAsync("Lärm -Park"));
    }

    [Fact]
    public async Task Leaves_what_means_the_same_as_the_excluded_word()
    {
        await AddAsync(Case("Geflüchtete am Ortsrand"), Case("Asylbewerber am Ortsrand"));

        Assert.Equal(["Geflüchtete am Ortsrand"], await TitlesAsync("Ortsrand -Asylbewerber"));
    }

    [Fact]
    public async Task Lists_everything_newest_first_without_a_text()
    {
        await AddAsync(
            Case("Alt") with { SortDate = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
            Case("Neu") with { SortDate = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) },
            Case("Mittel") with { SortDate = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc) });

        Assert.Equal(["Neu", "Mittel", "Alt"], await TitlesAsync(""));
        Assert.Equal(["Neu", "Mittel", "Alt"], await TitlesAsync("  "));
    }

    [Theory]
    [InlineData("*")]
    [InlineData("+-&&||!(){}[]^~*?:\\/")]
    [InlineData("audience:network")]
    [InlineData("\" OR audience:\"network")]
    [InlineData("%")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("der die das")]
    [InlineData("-")]
    [InlineData("\"")]
    [InlineData("title:[a TO z]")]
    public async Task Takes_every_character_literally(string text)
    {
        await AddAsync(Case("Streit um den Lärm"), Case("Geheim", audience: "network"));

        Assert.Equal(0, (await FindAsync(text)).Total);
    }

    [Fact]
    public async Task Survives_ten_thousand_letters_in_text_and_document()
    {
        var word = new string('x', 10_000);
        var words = string.Join(' ', Enumerable.Range(0, 2_500).Select(number => $"w{number}"));
        await AddAsync(Case("Lang") with { Summary = word, Body = words });

        await FindAsync(word);
        await FindAsync(words);

        Assert.Equal(["Lang"], await TitlesAsync("lang"));
    }

    [Fact]
    public async Task Marks_what_matched_and_leaves_text_as_it_is()
    {
        await AddAsync(Case("<b>Flüchtlingsunterkunft</b> & mehr", "Zwei Unterkünfte <script>alert(1)</script> im Ort. Mediator*innen halfen."));

        var hit = Assert.Single((await FindAsync("Unterkumft Mediatorin")).Hits);

        Assert.Equal("<b>[Flüchtlingsunterkunft]</b> & mehr", Marked(hit.Title));
        Assert.StartsWith("Zwei [Unterkünfte] <script>alert(1)</script> im Ort. [Mediator", Marked(hit.Snippet), StringComparison.Ordinal);
        Assert.Equal("Zwei Unterkünfte <script>alert(1)</script> im Ort. Mediator*innen halfen.", Plain(hit.Snippet));
    }

    [Fact]
    public async Task Shows_the_place_in_the_body_when_the_summary_has_no_match()
    {
        var filler = string.Concat(Enumerable.Repeat("Vieles geschah hier schon vorher. ", 30));
        await AddAsync(Case("Titel", "Kurz gesagt") with { Body = $"{filler}Dann kam die Kläranlage ins Gespräch. {filler}" });

        var snippet = Marked(Assert.Single((await FindAsync("Kläranlage")).Hits).Snippet);

        Assert.Contains("Dann kam die [Kläranlage] ins Gespräch.", snippet, StringComparison.Ordinal);
        Assert.StartsWith("… ", snippet, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet, StringComparison.Ordinal);
        Assert.True(snippet.Length < 260);
    }

    [Fact]
    public async Task Shows_words_without_the_signs_of_markdown_and_keeps_gender_stars()
    {
        await AddAsync(Case("Titel") with { Body = "## Für wen\n\n- **Mediator*innen** und Bürger*innen\n1. die [Kläranlage](https://example.org/a_b)" });

        var snippet = Marked(Assert.Single((await FindAsync("Kläranlage")).Hits).Snippet);

        Assert.Equal("Für wen\n\nMediator*innen und Bürger*innen\ndie [Kläranlage]", snippet);
    }

    [Fact]
    public async Task Marks_nothing_when_not_asked()
    {
        await AddAsync(Case("Lärm", "Lärm im Park"));

        var results = await Index.SearchAsync(Anonymous, new SearchQuery { Text = "Lärm", Highlight = false }, Stop);

        Assert.Equal(new TextPart("Lärm", IsMatch: false), Assert.Single(Assert.Single(results.Hits).Title));
    }
}
