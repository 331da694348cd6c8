using System.Net;
using System.Text.RegularExpressions;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences;

/// <summary>The organiser's form, as a browser without scripts sends it.</summary>
public sealed class ConferenceFormTests(PlatformWorld world)
{
    private static readonly (string, string?)[] Complete =
    [
        ("Fields.Title", "Fachtag aus dem Formular"),
        ("Fields.Summary", "Ein Tag, der im Formular entsteht."),
        ("Fields.Description", ""),
        ("Fields.Starts", "2031-06-12T09:30"),
        ("Fields.Ends", "2031-06-12T16:30"),
        ("Fields.VenueName", "Haus der Beispiele"),
        ("Fields.VenueAddress", ""),
        ("Fields.Capacity", "20"),
        ("Fields.WaitingListSize", "5"),
        ("Fields.Language", "de"),
        ("Fields.Audiences", "public network"),
    ];

    [Fact]
    public async Task Rows_of_the_programme_come_and_go_and_nothing_typed_is_lost()
    {
        using var hub = await world.HubAsync(Roles.Organiser, "bocholt");
        var empty = await hub.GetAsync("/konferenzen/neu");

        var one = await hub.SubmitAsync(empty, "konferenz", [.. Complete, ("aktion", "dazu")]);
        var two = await hub.SubmitAsync(one, "konferenz", [.. Complete, .. Session(0, "Begrüßung", "09:30", "10:00"), ("aktion", "dazu")]);
        var back = await hub.SubmitAsync(two, "konferenz", [.. Complete, .. Session(0, "Begrüßung", "09:30", "10:00"), .. Session(1, "Werkstatt", "10:00", "11:00"), ("aktion", "weg-0")]);

        Assert.Contains("value=\"2031-06-12T10:00\"", two.Html, StringComparison.Ordinal);
        Assert.Equal(["Fachtag aus dem Formular", "Werkstatt"], ValuesOf(back, "Title"));
    }

    [Fact]
    public async Task Saves_a_draft_publishes_it_changes_it_and_withdraws_it()
    {
        var bocholt = await world.AppAsync("bocholt");
        using var hub = await world.HubAsync(Roles.Organiser, "bocholt");
        var form = await hub.SubmitAsync(await hub.GetAsync("/konferenzen/neu"), "konferenz", [.. Complete, ("aktion", "dazu")]);

        var saved = await hub.SubmitAsync(form, "konferenz", [.. Complete, .. Session(0, "Begrüßung", "09:30", "10:00")]);
        var id = Guid.Parse(Regex.Match(saved.Location!.ToString(), "[0-9a-f-]{36}").Value);
        var draft = (await bocholt.SendAsync<GetOwnConference>(new { id })).As<OwnConferenceResponse>();
        Assert.Equal((ConferenceState.Draft, "Begrüßung", "Kim Beispiel|Robin Muster"), (draft.State, draft.Sessions[0].Title, string.Join('|', draft.Sessions[0].Speakers)));

        await hub.SubmitAsync(await hub.GetAsync($"/konferenzen/{id}/bearbeiten"), "veroeffentlichen");
        var edit = await hub.GetAsync($"/konferenzen/{id}/bearbeiten");
        await hub.SubmitAsync(edit, "konferenz", [.. Complete.Skip(1), ("Fields.Title", "Fachtag, umbenannt"), .. Session(0, "Begrüßung", "09:30", "10:00")]);
        await hub.SubmitAsync(await hub.GetAsync($"/konferenzen/{id}/bearbeiten"), "veroeffentlichen");
        Assert.Equal("Fachtag, umbenannt", (await world.Anonymous.SendAsync<GetConference>(new { id })).As<ConferenceResponse>().Title);

        await hub.SubmitAsync(await hub.GetAsync($"/konferenzen/{id}/bearbeiten"), "zurueckziehen");
        (await world.Anonymous.SendAsync<GetConference>(new { id })).Refused(HttpStatusCode.Gone, "withdrawn");
    }

    [Fact]
    public async Task Publishes_nothing_that_changed_since_the_page_was_shown()
    {
        var bocholt = await world.AppAsync("bocholt");
        using var hub = await world.HubAsync(Roles.Organiser, "bocholt");
        var id = (await bocholt.CreatedAsync(ConferenceDrafts.Body())).Id;
        var page = await hub.GetAsync($"/konferenzen/{id}/bearbeiten");
        await bocholt.ChangedAsync(id, ConferenceDrafts.Body("Fachtag, ganz anders"));

        var stale = await hub.SubmitAsync(page, "veroeffentlichen");

        Assert.Contains("Inzwischen hat jemand anderes das geändert.", stale.Text, StringComparison.Ordinal);
        Assert.Equal(ConferenceState.Draft, (await bocholt.SendAsync<GetOwnConference>(new { id })).As<OwnConferenceResponse>().State);
    }

    [Fact]
    public async Task Says_beside_each_field_what_is_wrong()
    {
        using var hub = await world.HubAsync(Roles.Organiser, "bocholt");
        var form = await hub.SubmitAsync(await hub.GetAsync("/konferenzen/neu"), "konferenz", [.. Complete, ("aktion", "dazu")]);

        var refused = await hub.SubmitAsync(form, "konferenz", [.. Complete.Where(field => field.Item1 != "Fields.Starts"), .. Session(0, "Begrüßung", "17:00", "18:00"), ("Fields.Starts", "2031-03-30T02:30")]);
        var shape = await hub.SubmitAsync(form, "konferenz", [.. Complete.Where(field => field.Item1 != "Fields.Capacity"), .. Session(0, "", "09:30", "10:00"), ("Fields.Capacity", "viele")]);

        Assert.Contains("Diese Uhrzeit gibt es an diesem Tag nicht", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["#feld-fields-capacity", "#feld-fields-sessions-0--title"], Summary(shape));
    }

    [Fact]
    public async Task A_form_that_somebody_else_overtook_saves_nothing()
    {
        var bocholt = await world.AppAsync("bocholt");
        using var hub = await world.HubAsync(Roles.Organiser, "bocholt");
        var id = (await bocholt.CreatedAsync(ConferenceDrafts.Body("Fachtag mit zweien"))).Id;
        var form = await hub.GetAsync($"/konferenzen/{id}/bearbeiten");
        await bocholt.ChangedAsync(id, ConferenceDrafts.Body("Fachtag der Schnelleren"));

        var refused = await hub.SubmitAsync(form, "konferenz", Complete);

        Assert.Contains("Inzwischen hat jemand anderes das geändert.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Fachtag der Schnelleren", (await bocholt.SendAsync<GetOwnConference>(new { id })).As<OwnConferenceResponse>().Title);
    }

    [Theory]
    [InlineData("/konferenzen/neu")]
    [InlineData("/konferenzen/{id}/bearbeiten")]
    public async Task Is_only_for_organisers_of_the_tenant(string path)
    {
        var id = (await (await world.AppAsync("bocholt")).CreatedAsync(ConferenceDrafts.Body())).Id;
        using var reader = await world.HubAsync(Roles.Reader, "bocholt");

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(path.Replace("{id}", id.ToString(), StringComparison.Ordinal))).Status);
        using var stranger = await world.HubAsync(Roles.Organiser, "hamm");
        Assert.Equal(path.Contains("{id}", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await stranger.GetAsync(path.Replace("{id}", id.ToString(), StringComparison.Ordinal))).Status);
    }

    private static (string, string?)[] Session(int index, string title, string starts, string ends) =>
    [
        ($"Fields.Sessions[{index}].Title", title),
        ($"Fields.Sessions[{index}].Kind", "Plenary"),
        ($"Fields.Sessions[{index}].Starts", $"2031-06-12T{starts}"),
        ($"Fields.Sessions[{index}].Ends", $"2031-06-12T{ends}"),
        ($"Fields.Sessions[{index}].Speakers", "Kim Beispiel\r\nRobin Muster"),
        ($"Fields.Sessions[{index}].Description", ""),
    ];

    private static IEnumerable<string> ValuesOf(HubPage page, string member) =>
        Regex.Matches(page.Html, $"<input[^>]*name=\"Fields\\.(?:Sessions\\[\\d+\\]\\.)?{member}\"[^>]*>").Select(input => WebUtility.HtmlDecode(Regex.Match(input.Value, "value=\"([^\"]*)\"").Groups[1].Value));

    private static IEnumerable<string> Summary(HubPage page) => Regex.Matches(page.Html, "href=\"(#feld-[^\"]*)\"").Select(link => link.Groups[1].Value);
}
