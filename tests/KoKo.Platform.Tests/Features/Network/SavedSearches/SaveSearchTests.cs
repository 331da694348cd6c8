using System.Net;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

public sealed class SaveSearchTests(PlatformWorld world)
{
    [Fact]
    public async Task Keeps_text_and_filters_in_their_shortest_form()
    {
        var person = await world.PersonAsync(Roles.Editor, "bonn");
        var body = new { name = " Lärm ", search = new { q = "  Lärm am Platz ", kind = (string[])["practice"], topic = (string[])["religion", "religion"], method = Array.Empty<string>() }, notify = true };

        var answer = await person.SendAsync<SaveSearch>(body: body);

        var saved = answer.As<SavedSearchResponse>(HttpStatusCode.Created);
        Assert.Equal(("Lärm", "Lärm am Platz", true), (saved.Name, saved.Search.Q, saved.Notify));
        Assert.Equal(["practice"], saved.Search.Kind!);
        Assert.Equal(["religion"], saved.Search.Topic!);
        Assert.Null(saved.Search.Method);
        Assert.Equal("/suche?q=L%C3%A4rm%20am%20Platz&kind=practice&topic=religion", saved.PageUrl);
        Assert.Equal($"/v1/saved-searches/{saved.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal(answer.ETag, (await person.ReadAsync(saved.Id)).ETag);
    }

    [Fact]
    public async Task Names_every_broken_rule_as_the_search_itself_would()
    {
        var person = await world.PersonAsync(Roles.Editor, "bonn");

        var answer = await person.SendAsync<SaveSearch>(body: new { name = "zwei\nZeilen", search = new { q = new string('x', 1001), kind = (string[])["person"], topic = (string[])["religion", "weather"] } });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/name", "/search/q", "/search/kind/0", "/search/topic/1"], answer.Pointers);
    }

    [Fact]
    public async Task Takes_neither_a_page_nor_an_order_nor_a_search_that_is_missing()
    {
        var person = await world.PersonAsync(Roles.Editor, "bonn");

        (await person.SendAsync<SaveSearch>(body: new { name = "x", search = new { q = "x", cursor = "x" } })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await person.SendAsync<SaveSearch>(body: new { name = "x", search = new { q = "x", sort = "title" } })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await person.SendAsync<SaveSearch>(body: new { name = "x" })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await person.SendAsync<SaveSearch>(body: new { name = "x", search = (string?)null })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    [Fact]
    public async Task A_member_has_at_most_fifty_however_many_she_saves_at_once()
    {
        var person = await world.PersonAsync(Roles.Auditor, "unna");
        var saved = (await Task.WhenAll(Enumerable.Range(0, 53).Select(_ => person.SendAsync<SaveSearch>(body: SavedSearchCast.Request())))).ToList();

        Assert.Equal(50, saved.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(saved.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Refused(HttpStatusCode.Conflict, "too-many-saved-searches"));

        await (await world.PersonAsync(Roles.Reviewer, "unna")).SavedAsync(); // each has her own fifty
        await person.SendAsync<RemoveSavedSearch>(new { id = saved.First(answer => answer.Status == HttpStatusCode.Created).As<SavedSearchResponse>(HttpStatusCode.Created).Id });
        await person.SavedAsync();
    }

    [Fact]
    public async Task An_app_saves_nothing_and_a_person_only_in_a_tenant()
    {
        (await (await world.AppAsync("bonn")).SendAsync<SaveSearch>(body: SavedSearchCast.Request())).Refused(HttpStatusCode.NotFound, "not-found");
        (await (await world.PersonAsync("editor@bonn.example", slug: null)).SendAsync<SaveSearch>(body: SavedSearchCast.Request())).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await (await world.PersonAsync("editor@bonn.example", "bonn", "search:read")).SendAsync<SaveSearch>(body: SavedSearchCast.Request())).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await world.Anonymous.SendAsync<SaveSearch>(body: SavedSearchCast.Request())).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_repeated_request_saves_once()
    {
        var person = await world.PersonAsync(Roles.Organiser, "bonn");
        var (body, key) = (SavedSearchCast.Request(), ("Idempotency-Key", Guid.NewGuid().ToString()));

        var first = (await person.SendAsync<SaveSearch>(body: body, headers: key)).As<SavedSearchResponse>(HttpStatusCode.Created);
        var second = (await person.SendAsync<SaveSearch>(body: body, headers: key)).As<SavedSearchResponse>(HttpStatusCode.Created);

        Assert.Equal(first.Id, second.Id);
    }
}
