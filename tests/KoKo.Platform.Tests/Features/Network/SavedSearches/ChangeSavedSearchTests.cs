using System.Net;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

public sealed class ChangeSavedSearchTests(PlatformWorld world)
{
    [Fact]
    public async Task Renames_and_switches_the_mails_and_leaves_the_search_as_it_is()
    {
        var person = await world.PersonAsync(Roles.Editor, "hamm");
        var saved = await person.SavedAsync();

        var changed = (await person.ChangeAsync(saved.Id, "Anders", notify: true)).As<SavedSearchResponse>();

        Assert.Equal(("Anders", true, saved.Search.Q), (changed.Name, changed.Notify, changed.Search.Q));
        Assert.Equal("Anders", (await person.ReadAsync(saved.Id)).As<SavedSearchResponse>().Name);
    }

    [Fact]
    public async Task If_Match_is_demanded_and_compared()
    {
        var person = await world.PersonAsync(Roles.Editor, "hamm");
        var id = (await person.SavedAsync()).Id;
        var (seen, body) = ((await person.ReadAsync(id)).ETag!, new { name = "Anders", notify = false });

        (await person.SendAsync<ChangeSavedSearch>(new { id }, body)).Refused(HttpStatusCode.PreconditionRequired, "if-match-missing");
        (await person.SendAsync<ChangeSavedSearch>(new { id }, body, headers: ("If-Match", seen))).As<SavedSearchResponse>();
        (await person.SendAsync<ChangeSavedSearch>(new { id }, body, headers: ("If-Match", seen))).Refused(HttpStatusCode.PreconditionFailed, "edited-meanwhile");
    }

    [Fact]
    public async Task Both_members_are_demanded_and_no_other_is_taken()
    {
        var person = await world.PersonAsync(Roles.Editor, "hamm");
        var id = (await person.SavedAsync()).Id;
        var header = ("If-Match", (await person.ReadAsync(id)).ETag!);

        foreach (var body in new object[] { new { name = "x" }, new { notify = true }, new { name = "", notify = true }, new { name = "x", notify = true, search = new { q = "x" } } })
        {
            (await person.SendAsync<ChangeSavedSearch>(new { id }, body, headers: header)).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        }
    }

    [Fact]
    public async Task Of_somebody_else_there_is_nothing_to_change_read_or_remove()
    {
        var id = (await (await world.PersonAsync(Roles.Editor, "hamm")).SavedAsync()).Id;
        var oracle = await (await world.PersonAsync(Roles.Administrator, "hamm")).ReadAsync(Guid.NewGuid());
        foreach (var other in new[] { await world.PersonAsync(Roles.Administrator, "hamm"), await world.PersonAsync(Roles.Editor, "soest"), await world.AppAsync("hamm") })
        {
            var read = await other.ReadAsync(id);
            read.Refused(HttpStatusCode.NotFound, "not-found");
            Assert.Equal(oracle.Body, read.Body);
            (await other.SendAsync<ChangeSavedSearch>(new { id }, new { name = "Anders", notify = true }, headers: ("If-Match", "\"1\""))).Refused(HttpStatusCode.NotFound, "not-found");
            (await other.SendAsync<RemoveSavedSearch>(new { id })).Refused(HttpStatusCode.NotFound, "not-found");
        }

        Assert.NotEqual("Anders", await world.InsideAsync("hamm", db => db.SavedSearches.Where(saved => saved.Id == id).Select(saved => saved.Name).SingleAsync(TestContext.Current.CancellationToken)));
    }
}
