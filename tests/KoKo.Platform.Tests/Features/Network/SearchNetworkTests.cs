using System.Net;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Network;

public partial class SearchNetworkTests(PlatformWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drops_a_hit_whose_row_the_database_does_not_show()
    {
        var word = Word();
        await IndexAsync(word, "public");

        var found = (await world.Anonymous.SendAsync<SearchNetwork>(query: new { q = word })).As<SearchNetworkResponse>();

        Assert.Equal(1, (await Index.SearchAsync(["public"], new SearchQuery { Text = word }, Stop)).Total);
        Assert.Empty(found.Items);
        Assert.Equal(0, found.Total);
    }

    [Fact]
    public async Task Refuses_an_unknown_code_with_its_pointer()
    {
        var answer = await world.Anonymous.SendAsync<SearchNetwork>(query: new { kind = "person", topic = (string[])["religion", "weather"], limit = 101 });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/kind/0", "/limit", "/topic/1"], answer.Pointers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Refuses_an_unknown_parameter()
    {
        var answer = await world.Anonymous.SendAsync<SearchNetwork>(query: new { audience = "network" });

        answer.Refused(HttpStatusCode.BadRequest, "unknown-parameter");
    }

    [Fact]
    public async Task Refuses_a_tampered_cursor()
    {
        var answer = await world.Anonymous.SendAsync<SearchNetwork>(query: new { cursor = "made-up" });

        answer.Refused(HttpStatusCode.BadRequest, "invalid-cursor");
    }

    [Fact]
    public async Task Refuses_a_text_that_is_too_long()
    {
        var answer = await world.Anonymous.SendAsync<SearchNetwork>(query: new { q = new string('a', 1_001) });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    [Fact]
    public async Task Refuses_a_token_without_the_scope()
    {
        var app = await world.AppAsync("duisburg", "library:read");

        (await app.SendAsync<SearchNetwork>()).Refused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Theory]
    [InlineData("*:*")]
    [InlineData("audience:network")]
    public async Task Takes_odd_characters_as_text(string text)
    {
        var found = (await world.Anonymous.SendAsync<SearchNetwork>(query: new { q = text })).As<SearchNetworkResponse>();

        Assert.Empty(found.Items);
    }

    private ISearchIndex Index => world.Services.GetRequiredService<ISearchIndex>();

    /// <summary>A word that no other document has.</summary>
    private static string Word() => "w" + Guid.NewGuid().ToString("N");

    private async Task IndexAsync(string title, string audience)
    {
        var id = Guid.NewGuid();
        var document = new SearchDocument { ItemId = id, Kind = "practice", Audience = audience, Title = title, SortDate = DateTime.UnixEpoch.AddYears(90) };
        await Index.UpdateAsync([new SearchChange("practice", id, [document])], await Index.GetPositionAsync(Stop), Stop);
    }
}
