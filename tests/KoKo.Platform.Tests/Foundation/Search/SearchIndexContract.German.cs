using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    [Theory]
    [InlineData("Unterkunft am Stadtrand", "Unterkünfte")]
    [InlineData("Zwei Unterkünfte im Ort", "unterkunft")]
    [InlineData("Der Konflikt", "Konflikten")]
    [InlineData("Lärm auf Spielplätzen", "Spielplatz")]
    [InlineData("Beteiligungen planen", "Beteiligung")]
    [InlineData("Streit im Gemeinderat", "Gemeinderäte")]
    [InlineData("Neue Jugendzentren", "Jugendzentrum")]
    public async Task Finds_an_inflected_word(string title, string text)
    {
        await AddAsync(Case(title), Case("Etwas anderes"));

        Assert.Equal([title], await TitlesAsync(text));
    }

    [Theory]
    [InlineData("Müllabfuhr", "Muellabfuhr")]
    [InlineData("Buergerfest", "Bürgerfest")]
    [InlineData("Café am Markt", "cafe")]
    [InlineData("Sperrung der Straße", "strasse")]
    [InlineData("Massnahmen", "Maßnahme")]
    [InlineData("GRÖẞE DER GRUPPE", "größe")]
    [InlineData("Mu\u0308ll im Park", "Müll")]
    public async Task Takes_umlauts_and_sharp_s_in_any_spelling(string title, string text)
    {
        await AddAsync(Case(title), Case("Etwas anderes"));

        Assert.Equal([title.Normalize()], await TitlesAsync(text));
    }

    [Theory]
    [InlineData("Flüchtlingsunterkunft in der alten Schule", "Unterkunft")]
    [InlineData("Konflikt um den Windpark", "Windparkkonflikt")]
    [InlineData("Windparkkonflikt im Westen", "Konflikt um den Windpark")]
    [InlineData("Windparkkonflikt im Westen", "Windpark")]
    [InlineData("Hallenschwimmbäder schließen", "Schwimmbad")]
    [InlineData("Streit um den Schwanenteich", "Schwanenteichstreit")]
    [InlineData("Schwanenteichstreit", "schwanenteich")]
    [InlineData("Lärm in der Nacht", "Nachtlärm")]
    public async Task Finds_compounds_by_their_parts_and_parts_by_their_compound(string title, string text)
    {
        await AddAsync(Case(title), Case("Etwas anderes"));

        Assert.Equal([title], await TitlesAsync(text));
    }

    [Fact]
    public async Task Wants_all_parts_of_a_compound()
    {
        await AddAsync(Case("Wind und Wetter"), Case("Ein Park für alle"), Case("Konflikt im Amt"));

        Assert.Empty(await TitlesAsync("Windparkkonflikt"));
    }

    [Fact]
    public async Task Builds_a_compound_from_words_that_are_far_apart_behind_those_that_are_near()
    {
        var apart = Case("Bericht", $"Das Werk begann früh. {string.Concat(Enumerable.Repeat("Danach kam vieles. ", 20))} Der Platz blieb leer.");
        var near = Case("Protokoll", "Der Platz vor dem Werk blieb leer.");
        await AddAsync(apart, near);

        Assert.Equal("Protokoll", (await TitlesAsync("Werkplatz"))[0]);

        await Index.UpdateAsync([new SearchChange(near.Kind, near.ItemId, [])], ++position, Stop);
        Assert.Equal(["Bericht"], await TitlesAsync("Werkplatz"));
    }

    [Theory]
    [InlineData("Flüchtlingsunterkunft", "Flüchtlingsunterkumft")]
    [InlineData("Flüchtlingsunterkunft", "Unterkumft")]
    [InlineData("Unterkunft für Flüchtlinge", "Flüchtlingsunterkumft")]
    [InlineData("Mediation im Rathaus", "Mediaton")]
    [InlineData("Nachbarschaftsstreit", "Nachbarschatfstreit")]
    public async Task Forgives_a_typing_error(string title, string text)
    {
        await AddAsync(Case(title), Case("Etwas anderes"));

        Assert.Equal([title], await TitlesAsync(text));
    }

    [Fact]
    public async Task Takes_a_word_that_is_there_for_spelt_right()
    {
        var (right, other) = (Case("Streit um die Wiese"), Case("Wissen weitergeben"));
        await AddAsync(right, other);

        Assert.Equal(["Streit um die Wiese"], await TitlesAsync("Wiese"));
        Assert.Equal(0, (await Index.SearchAsync(Anonymous, new SearchQuery { Text = "Wiese", Only = [(other.Kind, other.ItemId)] }, Stop)).Total);

        await Index.UpdateAsync([new SearchChange(right.Kind, right.ItemId, [])], ++position, Stop);
        Assert.Equal(["Wissen weitergeben"], await TitlesAsync("Wiese"));
    }

    [Fact]
    public async Task Forgives_nothing_in_short_words()
    {
        await AddAsync(Case("Haus"), Case("Wolf"));

        Assert.Empty(await TitlesAsync("Laus"));
        Assert.Empty(await TitlesAsync("Golf"));
    }

    [Theory]
    [InlineData("Mediator*innen gesucht")]
    [InlineData("Mediator:innen gesucht")]
    [InlineData("Mediator_innen gesucht")]
    [InlineData("MediatorInnen gesucht")]
    [InlineData("Mediator/-innen gesucht")]
    [InlineData("Mediatorinnen gesucht")]
    [InlineData("Mediator(innen) gesucht")]
    [InlineData("Eine Mediatorin")]
    [InlineData("Mediator gesucht")]
    public async Task Finds_every_gender_form_with_every_other(string title)
    {
        await AddAsync(Case(title));

        foreach (var text in (string[])["Mediator", "Mediatoren", "Mediator*innen", "mediator:in", "Mediatorin", "Mediatorinnen"])
        {
            Assert.Equal([title], await TitlesAsync(text));
        }
    }

    [Fact]
    public async Task Reads_a_gender_form_inside_a_compound()
    {
        await AddAsync(Case("Ein Bürger*innenrat zur Verkehrswende"));

        Assert.Single(await TitlesAsync("Bürgerrat"));
    }

    [Fact]
    public async Task Keeps_words_apart_that_the_stemmer_would_mix()
    {
        await AddAsync(Case("Die Burg"), Case("Die Bürger"), Case("Die Schüler"), Case("Die Schule"));

        Assert.Equal(["Die Bürger"], await TitlesAsync("Bürgern"));
        Assert.Equal(["Die Schüler"], await TitlesAsync("Schülern"));
    }

    [Fact]
    public async Task Finds_synonyms_below_the_word_itself()
    {
        await AddAsync(Case("Unterkunft für Geflüchtete"), Case("Unterkunft für Flüchtlinge"));

        Assert.Equal(["Unterkunft für Flüchtlinge", "Unterkunft für Geflüchtete"], await TitlesAsync("Flüchtlingsunterkunft"));
        Assert.Equal(["Unterkunft für Geflüchtete", "Unterkunft für Flüchtlinge"], await TitlesAsync("Geflüchtete Unterkunft"));
    }

    [Fact]
    public async Task Ranks_the_word_above_its_parts_and_its_beginning()
    {
        await AddAsync(Case("Moderatoren"), Case("Moderation"), Case("Ein Rat zur Moderationskarte"));

        Assert.Equal(["Moderation", "Ein Rat zur Moderationskarte"], await TitlesAsync("Moderation"));
    }

    [Fact]
    public async Task Completes_only_the_last_word()
    {
        await AddAsync(Case("Konferenz der Mediation"));

        Assert.Single(await TitlesAsync("Konferenz Medi"));
        Assert.False((await FindAsync("Konferenz Medi")).Relaxed);
        Assert.True((await FindAsync("Medi Konferenz")).Relaxed);
    }

    [Fact]
    public async Task Ranks_the_title_above_the_summary_and_the_body()
    {
        await AddAsync(
            Case("C") with { Body = "Es ging um die Kläranlage." },
            Case("B", "Es ging um die Kläranlage."),
            Case("A Kläranlage"));

        Assert.Equal(["A Kläranlage", "B", "C"], await TitlesAsync("Kläranlage"));
    }

    [Fact]
    public async Task Finds_the_names_of_codes()
    {
        await AddAsync(Case("Ein Fall") with { Names = ["Religion & religiöse Bauten", "Runder Tisch"] });

        Assert.Single(await TitlesAsync("runde Tische"));
    }
}
