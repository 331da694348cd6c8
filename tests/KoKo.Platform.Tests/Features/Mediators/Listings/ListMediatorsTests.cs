using System.Net;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators.Listings;

public sealed class ListMediatorsTests(PlatformWorld world)
{
    [Theory]
    [InlineData("wind_solar_grid", null, null, null, "Ingeborg Probe")]
    [InlineData(null, "nl", null, null, "Wilhelmine Sample")]
    [InlineData("youth_public_space", null, "05913", null, "Yusuf Muster")]
    [InlineData("structural_change", null, "05374", null, "Wilhelmine Sample")]
    [InlineData(null, null, null, "system_design", "Wilhelmine Sample")]
    public async Task Finds_by_topic_language_region_and_method(string? topic, string? language, string? region, string? method, string name)
    {
        var found = await ListAsync(await world.AppAsync("bonn"), new { topic, language, region, method });

        Assert.Equal([name], found.Where(Seeded).Select(mediator => mediator.Name));
    }

    [Theory]
    [InlineData("youth_public_space", "05374")]
    [InlineData("wind_solar_grid", "07")]
    [InlineData("mobility", "0591")]
    public async Task Finds_nobody_who_does_not_work_there(string topic, string region)
    {
        var answer = await world.Anonymous.SendAsync<ListMediators>(query: new { topic, region });

        Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity ? region == "0591" : answer.As<Page<MediatorResponse>>().Items.Count == 0);
    }

    [Fact]
    public async Task A_Land_finds_those_who_work_in_one_of_its_Kreise()
    {
        var found = await ListAsync(world.Anonymous, new { topic = "youth_public_space", region = "05" });

        Assert.Contains("Yusuf Muster", found.Select(mediator => mediator.Name));
    }

    [Fact]
    public async Task A_filter_does_not_meet_what_the_caller_does_not_see()
    {
        Assert.Empty((await ListAsync(world.Anonymous, new { method = "system_design" })).Where(Seeded));
    }

    [Fact]
    public async Task Shows_the_network_whom_the_public_does_not_see()
    {
        var open = await ListAsync(world.Anonymous, new { limit = 100, topic = "religion" });
        var inside = await ListAsync(await world.AppAsync("bonn"), new { limit = 100, topic = "religion" });

        Assert.Empty(open.Where(Seeded));
        Assert.Equal(["Deniz Ohnenamen"], inside.Where(Seeded).Select(mediator => mediator.Name));
    }

    [Fact]
    public async Task Pages_by_name_without_a_gap_or_repetition()
    {
        var app = await world.AppAsync("bonn");
        List<MediatorResponse> seen = [];
        string? cursor = null;
        do
        {
            var page = (await app.SendAsync<ListMediators>(query: new { limit = 2, language = "de-AT", cursor })).As<Page<MediatorResponse>>();
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(["Tomasz Platzhalter"], seen.Select(mediator => mediator.Name));

        var all = new List<string>();
        do
        {
            var page = (await app.SendAsync<ListMediators>(query: new { limit = 3, topic = "council_politics", cursor })).As<Page<MediatorResponse>>();
            all.AddRange(page.Items.Select(mediator => mediator.Name));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(["Rosalie Erfunden", "Tomasz Platzhalter"], all);
    }

    [Fact]
    public async Task A_cursor_of_one_caller_is_none_for_another()
    {
        var cursor = (await (await world.AppAsync("bonn")).SendAsync<ListMediators>(query: new { limit = 1 })).As<Page<MediatorResponse>>().NextCursor;

        Assert.NotNull(cursor);
        (await (await world.AppAsync("hamm")).SendAsync<ListMediators>(query: new { limit = 1, cursor })).Refused(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Theory]
    [InlineData("topic", "weather")]
    [InlineData("method", "magic")]
    [InlineData("region", "05112000")]
    [InlineData("limit", "0")]
    [InlineData("limit", "many")]
    public async Task Refuses_a_filter_that_means_nothing(string name, string value)
    {
        var query = name switch
        {
            "topic" => (object)new { topic = value },
            "method" => new { method = value },
            "region" => new { region = value },
            _ => new { limit = value },
        };

        (await world.Anonymous.SendAsync<ListMediators>(query: query)).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    [Fact]
    public async Task Shows_a_lapsed_title_without_it()
    {
        var ingeborg = (await ListAsync(world.Anonymous, new { topic = "wind_solar_grid" })).Single(Seeded);
        var karla = (await ListAsync(world.Anonymous, new { topic = "migration_integration", language = "tr" })).Single(Seeded);

        Assert.False(ingeborg.IsCertified);
        Assert.Equal([new QualificationResponse("training_uncertified", "Akademie Beispielstadt", new DateOnly(2017, 9, 30), new DateOnly(2021, 9, 30), "self_declared", true)], ingeborg.Qualifications);
        Assert.True(karla.IsCertified);
    }

    private static bool Seeded(MediatorResponse mediator) => Demo.DemoMediators.All.Any(demo => demo.ListingId == mediator.Id);

    private static async Task<IReadOnlyList<MediatorResponse>> ListAsync(ApiClient caller, object query) =>
        (await caller.SendAsync<ListMediators>(query: query)).As<Page<MediatorResponse>>().Items;
}
