using System.Net;
using AngleSharp.Html.Parser;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Library;

/// <summary>A practice goes its whole way on the hub, by the people whose parts it is.</summary>
public sealed partial class PracticePagesTests(PlatformWorld world)
{
    [Fact]
    public async Task Four_people_bring_a_practice_from_a_title_into_the_library()
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");
        using var reviewer = await world.HubAsync(Roles.Reviewer, "guetersloh");
        using var releaser = await world.HubAsync(Roles.Releaser, "guetersloh");
        var content = PracticeCast.Complete with { Title = $"Ein Fall für das Netzwerk {Guid.NewGuid():N}" };

        var saved = await editor.SubmitAsync(await editor.GetAsync("/praxisbeispiele/neu"), "praxisbeispiel", Fields(content));
        var address = new Uri(world.Address, saved.Location!).AbsolutePath;
        var written = await StateOf(address);
        await StepAsync(editor, address, "einreichen");
        await StepAsync(reviewer, address, "pruefen", ("outcome", "Approved"), ("comment", "Gut."));
        await StepAsync(releaser, address, "freigeben");
        await StepAsync(releaser, address, "veroeffentlichen", ("audience", "network"));

        Assert.Equivalent(content, written.Content, strict: true);
        Assert.Equal((PracticeState.Published, 1), ((await StateOf(address)).State, (await StateOf(address)).PublishedRevision));
        var shown = await editor.GetAsync(address.Replace("/praxisbeispiele/", "/bibliothek/", StringComparison.Ordinal));
        Assert.Contains(content.Title, shown.Text, StringComparison.Ordinal);
        Assert.Contains(content.Title, (await editor.GetAsync("/praxisbeispiele")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_is_still_there_when_something_is_wrong()
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");

        var answer = await editor.SubmitAsync(
            await editor.GetAsync("/praxisbeispiele/neu"), "praxisbeispiel",
            ("kind", "case"), ("language", "de"), ("title", "kurz"), ("context", "Ein langer Text, der nicht verloren gehen darf."), ("internalHours", "viele"), ("links", "http://example.org"), ("parties.3.label", "Nachbarn"));

        var page = await new HtmlParser().ParseDocumentAsync(answer.Html, TestContext.Current.CancellationToken);
        Assert.Equal("Ein langer Text, der nicht verloren gehen darf.", page.QuerySelector("#feld-context")!.TextContent);
        Assert.Equal("viele", page.QuerySelector("#feld-internalhours")!.GetAttribute("value"));
        Assert.Equal(
            ["#feld-title", "#feld-parties-0-type", "#feld-links", "#feld-internalhours"],
            page.QuerySelectorAll(".koko-error-list a").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".koko-error-list a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Nobody_reviews_or_releases_what_she_submitted()
    {
        using var administrator = await world.HubAsync(Roles.Administrator, "guetersloh");
        var saved = await administrator.SubmitAsync(await administrator.GetAsync("/praxisbeispiele/neu"), "praxisbeispiel", Fields(PracticeCast.Complete));
        var address = new Uri(world.Address, saved.Location!).AbsolutePath;
        await StepAsync(administrator, address, "einreichen");

        var answer = await administrator.SubmitAsync(await administrator.GetAsync(address), "pruefen", ("outcome", "Approved"));

        Assert.Contains("Was Sie selbst eingereicht haben", answer.Text, StringComparison.Ordinal);
        Assert.Equal(PracticeState.Submitted, (await StateOf(address)).State);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_loses_nothing()
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");
        var app = await world.AppAsync("guetersloh");
        var practice = await app.CreateAsync(PracticeCast.Complete with { Parties = [], ExternalSupport = [] });
        var form = await editor.GetAsync($"/praxisbeispiele/{practice.Id}/bearbeiten");
        await app.SendAsync<ChangePractice>(new { id = practice.Id }, PracticeCast.Complete with { Lessons = "Schneller." }, null, ("If-Match", "\"1\""));

        var answer = await editor.SubmitAsync(form, "praxisbeispiel", ("kind", "case"), ("language", "de"), ("title", PracticeCast.Complete.Title), ("lessons", "Langsamer, aber gründlich."));

        Assert.Contains("Inzwischen hat jemand anderes das geändert", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Langsamer, aber gründlich.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("Schneller.", (await app.GetAsync(practice.Id)).Content.Lessons);
    }

    [Fact]
    public async Task Each_role_is_offered_its_own_steps_only()
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");
        using var reviewer = await world.HubAsync(Roles.Reviewer, "guetersloh");
        using var reader = await world.HubAsync(Roles.Reader, "guetersloh");
        var practice = await (await world.AppAsync("guetersloh")).InStateAsync(PracticeState.Submitted);

        Assert.Equal([], FormsOf(await editor.GetAsync($"/praxisbeispiele/{practice.Id}")));
        Assert.Equal(["pruefen"], FormsOf(await reviewer.GetAsync($"/praxisbeispiele/{practice.Id}")));
        Assert.Equal([], FormsOf(await reader.GetAsync($"/praxisbeispiele/{practice.Id}")));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/praxisbeispiele/neu")).Status);
    }

    [Fact]
    public async Task Working_copies_of_others_are_not_there()
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");
        var foreign = await (await world.AppAsync("soest")).CreateAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/praxisbeispiele/{foreign.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/praxisbeispiele/{foreign.Id}/bearbeiten")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/bibliothek/{foreign.Id}")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await new HubClient(world).GetAsync($"/praxisbeispiele/{foreign.Id}")).Status);
    }

    [Fact]
    public async Task A_step_that_was_taken_already_is_refused()
    {
        using var editor = await world.HubAsync(Roles.Editor, "guetersloh");
        var practice = await (await world.AppAsync("guetersloh")).CreateAsync();
        var page = await editor.GetAsync($"/praxisbeispiele/{practice.Id}");
        await editor.SubmitAsync(page, "einreichen");

        var again = await editor.SubmitAsync(page, "einreichen");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
    }

    private static async Task StepAsync(HubClient person, string address, string step, params (string, string?)[] fields)
    {
        var answer = await person.SubmitAsync(await person.GetAsync(address), step, fields);
        Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"{step}: {answer.Status} {answer.Text}");
    }

    private static IEnumerable<string> FormsOf(HubPage page) =>
        new HtmlParser().ParseDocument(page.Html).QuerySelectorAll("main input[name=_handler]").Select(input => input.GetAttribute("value")!);

    private async Task<PracticeResponse> StateOf(string address) =>
        await (await world.AppAsync("guetersloh")).GetAsync(Guid.Parse(address.Split('/')[^1]));

    private static (string, string?)[] Fields(PracticeContent content) =>
    [
        ("kind", content.Kind), ("title", content.Title), ("summary", content.Summary), ("language", content.Language),
        .. content.Topics.Select(code => ("topics", (string?)code)), ("conflictLevel", content.ConflictLevel),
        .. content.ConflictTypes.Select(code => ("conflictTypes", (string?)code)), ("escalationStart", $"{content.EscalationStart}"), ("escalationEnd", $"{content.EscalationEnd}"),
        .. content.Parties.SelectMany((party, index) => new[] { ($"parties.{index}.type", (string?)party.Type), ($"parties.{index}.label", party.Label) }),
        .. content.Methods.Select(code => ("methods", (string?)code)), .. content.MunicipalityRoles.Select(code => ("municipalityRoles", (string?)code)),
        ("externalSupport.0.type", content.ExternalSupport[0].Type), ("externalSupport.0.organisation", content.ExternalSupport[0].Organisation),
        ("municipalityType", content.MunicipalityType), ("populationClass", content.PopulationClass), ("landKey", content.LandKey), ("spatialType", content.SpatialType),
        ("startMonth", content.StartMonth), ("endMonth", content.EndMonth), ("context", content.Context), ("assignment", content.Assignment),
        .. content.Approach.SelectMany((step, index) => new[] { ($"approach.{index}.phase", step.Phase), ($"approach.{index}.text", (string?)step.Text) }),
        ("result", content.Result), ("resultStatus", content.ResultStatus), ("evaluationType", content.EvaluationType),
        ("successFactors", string.Join("\r\n", content.SuccessFactors)), ("obstacles", string.Join("\r\n", content.Obstacles)), ("lessons", content.Lessons),
        ("transferability", content.Transferability), ("transferabilityReason", content.TransferabilityReason), ("costBand", content.CostBand),
        .. content.Funding.Select(code => ("funding", (string?)code)), ("links", string.Join("\r\n", content.Links)), ("contactFunction", content.ContactFunction),
        ("contributors", string.Join("\r\n", content.Contributors)), ("anonymisationLevel", content.AnonymisationLevel),
        .. content.AnonymisationChecklist.Select(code => ("anonymisationChecklist", (string?)code)), ("consentBasis", content.ConsentBasis), ("license", content.License),
    ];
}
