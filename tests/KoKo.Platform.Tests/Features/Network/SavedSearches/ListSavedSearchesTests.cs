using System.Net;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

public sealed class ListSavedSearchesTests(PlatformWorld world)
{
    [Fact]
    public async Task Shows_the_own_alone_in_pages_the_newest_first()
    {
        var person = await world.PersonAsync(Roles.Editor, "herne");
        await (await world.PersonAsync(Roles.Reader, "herne")).SavedAsync();
        var saved = new List<Guid>();
        for (var number = 0; number < 3; number++)
        {
            saved.Insert(0, (await person.SavedAsync()).Id);
        }

        var first = (await person.SendAsync<ListSavedSearches>(query: new { limit = 2 })).As<Page<SavedSearchResponse>>();
        var second = (await person.SendAsync<ListSavedSearches>(query: new { limit = 2, cursor = first.NextCursor })).As<Page<SavedSearchResponse>>();

        Assert.Equal(saved, first.Items.Concat(second.Items).Select(item => item.Id));
        Assert.Null(second.NextCursor);
    }

    [Fact]
    public async Task In_another_tenant_the_same_person_has_others()
    {
        var (duisburg, krefeld) = (await world.PersonAsync("editor@zwei-mandanten.example", "duisburg"), await world.PersonAsync("editor@zwei-mandanten.example", "krefeld"));
        var saved = await duisburg.SavedAsync();

        Assert.Contains((await duisburg.SendAsync<ListSavedSearches>()).As<Page<SavedSearchResponse>>().Items, item => item.Id == saved.Id);
        Assert.DoesNotContain((await krefeld.SendAsync<ListSavedSearches>()).As<Page<SavedSearchResponse>>().Items, item => item.Id == saved.Id);
        (await krefeld.ReadAsync(saved.Id)).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task An_app_has_none_and_a_cursor_of_somebody_else_is_none()
    {
        var person = await world.PersonAsync(Roles.Releaser, "herne");
        await person.SavedAsync();
        await person.SavedAsync();
        var cursor = (await person.SendAsync<ListSavedSearches>(query: new { limit = 1 })).As<Page<SavedSearchResponse>>().NextCursor;

        (await (await world.AppAsync("herne")).SendAsync<ListSavedSearches>()).Refused(HttpStatusCode.NotFound, "not-found");
        (await (await world.PersonAsync(Roles.Organiser, "herne")).SendAsync<ListSavedSearches>(query: new { cursor })).Refused(HttpStatusCode.BadRequest, "invalid-cursor");
        (await person.SendAsync<ListSavedSearches>(query: new { limit = 0 })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }
}
