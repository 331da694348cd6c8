using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class ListConferencesTests(PlatformWorld world)
{
    [Fact]
    public async Task Upcoming_ones_come_first_then_the_past_ones_from_the_latest_on()
    {
        var soest = await world.AppAsync("soest");
        var forSoest = Audience.Tenant(DemoIds.Tenant("soest"));
        foreach (var day in new[] { "2019-03-14", "2032-03-16", "2020-03-12", "2031-03-13" })
        {
            await soest.PublishedAsync(Whole(day, forSoest) with { Topics = ["remembrance"] });
        }

        var titles = await TitlesAsync(soest, "remembrance", 1);

        Assert.Equal(["Fachtag 2031-03-13", "Fachtag 2032-03-16", "Fachtag 2020-03-12", "Fachtag 2019-03-14"], titles);
        Assert.Equal(titles, await TitlesAsync(soest, "remembrance", 3));
        Assert.Empty(await TitlesAsync(await world.AppAsync("hamm"), "remembrance", 10));
    }

    [Fact]
    public async Task Can_be_narrowed_by_time()
    {
        var dueren = await world.AppAsync("dueren");
        foreach (var day in new[] { "2033-03-14", "2033-04-14", "2033-05-12" })
        {
            await dueren.PublishedAsync(Whole(day, Audience.Tenant(DemoIds.Tenant("dueren"))));
        }

        var page = (await dueren.SendAsync<ListConferences>(query: new { from = "2033-04-01T00:00:00Z", to = "2033-05-01T00:00:00Z" })).As<Page<ConferenceEntryResponse>>();

        Assert.Equal(["Fachtag 2033-04-14"], page.Items.Select(item => item.Title));
    }

    [Fact]
    public async Task Each_conference_stands_there_once_for_whoever_is_in_several_audiences()
    {
        var unna = await world.AppAsync("unna");
        var audiences = new[] { Audience.Public, Audience.Network, Audience.Land("05"), Audience.District("05978"), Audience.Tenant(DemoIds.Tenant("unna")) };
        await unna.PublishedAsync(ConferenceDrafts.Body("Fachtag für alle", 20, 10, audiences) with { Topics = ["wind_solar_grid"] });

        Assert.Equal(["Fachtag für alle"], await TitlesAsync(unna, "wind_solar_grid", 10));
        Assert.Equal(["Fachtag für alle"], await TitlesAsync(await world.AppAsync("hamm"), "wind_solar_grid", 10));
        Assert.Equal(["Fachtag für alle"], await TitlesAsync(world.Anonymous, "wind_solar_grid", 10));
    }

    [Fact]
    public async Task The_demo_world_shows_one_conference_to_everybody_and_more_to_the_network()
    {
        var all = (await (await world.AppAsync("herne")).SendAsync<ListConferences>(query: new { limit = 100 })).As<Page<ConferenceEntryResponse>>();
        var seats = all.Items.ToDictionary(item => item.Id, item => item.Seats);

        Assert.True((await world.Anonymous.SeatsAsync(DemoConferences.WithFreeSeats)).Free > 50);
        Assert.Equal(new SeatsResponse(12, 1, 0, 6), seats[DemoConferences.WithOneFreeSeat]);
        Assert.Equal(new SeatsResponse(8, 0, 3, 10), seats[DemoConferences.Full]);
        Assert.Contains(DemoConferences.Over, seats);
        (await world.Anonymous.SendAsync<GetConference>(new { id = DemoConferences.Full })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("cursor", "x", HttpStatusCode.BadRequest, "invalid-cursor")]
    [InlineData("topic", "weather", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("limit", "0", HttpStatusCode.UnprocessableEntity, "invalid-input")]
    [InlineData("tenant", "office", HttpStatusCode.BadRequest, "unknown-parameter")]
    public async Task Refuses_what_it_does_not_understand(string name, string value, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/v1/conferences?{name}={value}", UriKind.Relative));

        (await world.Anonymous.SendAsync(request)).Refused(status, code);
    }

    private static CreateConferenceRequest Whole(string day, string audience) => ConferenceDrafts.Body($"Fachtag {day}", 20, 10, audience) with
    {
        Starts = $"{day}T09:00",
        Ends = $"{day}T17:00",
        RegistrationCloses = null,
        Sessions = [],
    };

    private static async Task<List<string>> TitlesAsync(ApiClient client, string topic, int limit)
    {
        var (titles, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = (await client.SendAsync<ListConferences>(query: new { topic, limit, cursor })).As<Page<ConferenceEntryResponse>>();
            titles.AddRange(page.Items.Select(item => item.Title));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return titles;
    }
}
