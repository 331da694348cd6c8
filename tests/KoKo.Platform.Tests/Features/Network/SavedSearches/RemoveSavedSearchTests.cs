using System.Net;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Members;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

public sealed class RemoveSavedSearchTests(PlatformWorld world)
{
    [Fact]
    public async Task What_is_removed_is_gone_and_the_others_stay()
    {
        var person = await world.PersonAsync(Roles.Reader, "soest");
        var (gone, kept) = (await person.SavedAsync(), await person.SavedAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await person.SendAsync<RemoveSavedSearch>(new { id = gone.Id })).Status);

        (await person.ReadAsync(gone.Id)).Refused(HttpStatusCode.NotFound, "not-found");
        (await person.SendAsync<RemoveSavedSearch>(new { id = gone.Id })).Refused(HttpStatusCode.NotFound, "not-found");
        (await person.ReadAsync(kept.Id)).As<SavedSearchResponse>();
    }

    [Fact]
    public async Task Goes_with_the_membership()
    {
        var (id, mail) = await world.NewMemberAsync("bocholt", Role.Reader);
        await (await world.TokenOfAsync(mail, "bocholt")).SavedAsync(notify: true);

        Assert.Equal(HttpStatusCode.NoContent, (await (await world.PersonAsync(Roles.Administrator, "bocholt")).SendAsync<RemoveMember>(new { id })).Status);

        Assert.Equal(0, await world.InsideAsync("bocholt", db => db.SavedSearches.CountAsync(saved => saved.AccountId == id, TestContext.Current.CancellationToken)));
    }
}
