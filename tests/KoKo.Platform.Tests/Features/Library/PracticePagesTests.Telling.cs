using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Vocabularies;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Library;

/// <summary>What the pages tell whoever writes, reviews and releases.</summary>
public sealed partial class PracticePagesTests
{
    [Fact]
    public async Task Whoever_reviews_reads_all_that_is_published_and_all_that_the_check_needs()
    {
        using var reviewer = await world.HubAsync(Roles.Reviewer, "guetersloh");
        var content = PracticeCast.Complete with { ExternalKey = $"akte-{Guid.NewGuid():N}", AnonymisationChecklist = [.. PracticeCast.Complete.AnonymisationChecklist.Skip(1)] };
        var practice = await (await world.AppAsync("guetersloh")).InStateAsync(PracticeState.Submitted, content);

        var page = await reviewer.GetAsync($"/praxisbeispiele/{practice.Id}");

        foreach (var told in (string[])[content.Summary, content.ConsentBasis!, content.ExternalKey, .. content.Topics.Select(Vocabulary.Topic.GermanOf), .. content.PhasesCovered.Select(Vocabulary.Phase.GermanOf)])
        {
            Assert.Contains(told, page.Text, StringComparison.Ordinal);
        }

        var checks = Read(page).QuerySelectorAll(".koko-check li").Select(check => check.TextContent).ToList();
        Assert.Equal(Vocabulary.AnonymisationCheck.Terms.Count, checks.Count);
        Assert.EndsWith(": noch nicht geprüft", Assert.Single(checks, check => check.Contains(Vocabulary.AnonymisationCheck.GermanOf(PracticeCast.Complete.AnonymisationChecklist[0]), StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(content.AnonymisationChecklist.Count, checks.Count(check => check.EndsWith(": geprüft", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_missing_for_the_publication_is_told_to_everybody_from_the_draft_on()
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");
        using var reviewer = await world.HubAsync(Roles.Reviewer, "guetersloh");
        using var releaser = await world.HubAsync(Roles.Releaser, "guetersloh");
        var guetersloh = await world.AppAsync("guetersloh");
        var content = PracticeCast.Complete with { Parties = [], Obstacles = [] };
        var (draft, submitted, reviewed) = (await guetersloh.CreateAsync(content), await guetersloh.InStateAsync(PracticeState.Submitted, content), await guetersloh.InStateAsync(PracticeState.Reviewed, content));

        var ofEditor = Read(await editor.GetAsync($"/praxisbeispiele/{draft.Id}"));
        foreach (var page in new[] { ofEditor, Read(await reviewer.GetAsync($"/praxisbeispiele/{submitted.Id}")), Read(await releaser.GetAsync($"/praxisbeispiele/{reviewed.Id}")) })
        {
            Assert.Equal("Für die Veröffentlichung fehlt noch", page.QuerySelector(".kern-alert--warning .kern-title")!.TextContent);
            Assert.Equal(["Hinderlich oder nicht gelungen", "Beteiligte"], page.QuerySelectorAll(".koko-missing li").Select(part => part.TextContent.Trim()));
        }

        var form = Read(await editor.GetAsync($"/praxisbeispiele/{draft.Id}/bearbeiten"));
        Assert.All(ofEditor.QuerySelectorAll(".koko-missing a"), link => Assert.NotNull(form.QuerySelector(link.GetAttribute("href")![link.GetAttribute("href")!.IndexOf('#', StringComparison.Ordinal)..])));
    }

    [Theory]
    [InlineData("parties-0-type", false)]
    [InlineData("parties-1-type", true)]
    [InlineData("approach-0-text", false)]
    [InlineData("approach-0-phase", true)]
    [InlineData("endmonth", false)]
    public async Task Only_what_the_publication_can_do_without_is_called_voluntary(string field, bool isVoluntary)
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");

        var form = Read(await editor.GetAsync("/praxisbeispiele/neu"));

        Assert.Equal(isVoluntary, form.QuerySelector($"label[for=feld-{field}]")!.TextContent.Contains("freiwillig", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_rule_is_told_below_its_field_without_its_label_and_above_the_form_with_it()
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");

        var page = Read(await editor.SubmitAsync(await editor.GetAsync("/praxisbeispiele/neu"), "praxisbeispiel", ("kind", "case"), ("language", "de"), ("title", "")));

        Assert.Equal("Fehler: Bitte geben Sie 8 bis 160 Zeichen ein.", page.QuerySelector("#feld-title-fehler .kern-body")!.TextContent);
        Assert.Equal("Titel: Bitte geben Sie 8 bis 160 Zeichen ein.", Assert.Single(page.QuerySelectorAll(".koko-error-list a")).TextContent);
    }

    [Fact]
    public async Task After_each_step_the_page_says_what_was_done_and_the_history_tells_it_in_words()
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");
        using var releaser = await world.HubAsync(Roles.Releaser, "guetersloh");
        var guetersloh = await world.AppAsync("guetersloh");
        var draft = await guetersloh.CreateAsync();
        var released = await guetersloh.InStateAsync(PracticeState.Released);

        var submitted = await editor.SubmitAsync(await editor.GetAsync($"/praxisbeispiele/{draft.Id}"), "einreichen");
        var published = await releaser.SubmitAsync(await releaser.GetAsync($"/praxisbeispiele/{released.Id}"), "veroeffentlichen", ("audience", "network"));
        var afterwards = Read(await editor.GetAsync(submitted.Location!.PathAndQuery));
        var history = Read(await releaser.GetAsync(published.Location!.PathAndQuery)).QuerySelector(".koko-history__item")!.TextContent;

        Assert.Equal("Eingereicht: Als Nächstes prüft eine andere Person den Text.", afterwards.QuerySelector("[role=status] .kern-title")!.TextContent);
        Assert.Contains("veröffentlicht (Fassung 1)", history, StringComparison.Ordinal);
        Assert.Contains("für das Netzwerk", history, StringComparison.Ordinal);
        Assert.DoesNotContain("network", history, StringComparison.Ordinal);
    }

    private static IHtmlDocument Read(HubPage page) => new HtmlParser().ParseDocument(page.Html);
}
