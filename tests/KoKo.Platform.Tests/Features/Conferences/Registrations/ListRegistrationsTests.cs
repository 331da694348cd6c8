using System.Net;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences.Registrations;

public sealed class ListRegistrationsTests(PlatformWorld world)
{
    [Fact]
    public async Task The_organiser_sees_all_in_order_and_in_pages()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 2))).Id;
        foreach (var (slug, name) in new[] { ("hamm", "Kim Beispiel"), ("bonn", "Robin Muster"), ("hamm", "Alex Probe") })
        {
            await (await world.AppAsync(slug)).RegisteredAsync(id, name);
        }

        var first = (await office.SendAsync<ListRegistrations>(new { id }, query: new { limit = 2 })).As<Page<RegistrationEntryResponse>>();
        var second = (await office.SendAsync<ListRegistrations>(new { id }, query: new { limit = 2, cursor = first.NextCursor })).As<Page<RegistrationEntryResponse>>();
        var waiting = (await office.SendAsync<ListRegistrations>(new { id }, query: new { status = "waiting" })).As<Page<RegistrationEntryResponse>>();

        Assert.Equal([("Kim Beispiel", "Hamm"), ("Robin Muster", "Bonn")], first.Items.Select(item => (item.ParticipantName, item.TenantName)));
        Assert.Equal(["Alex Probe"], second.Items.Select(item => item.ParticipantName));
        Assert.Null(second.NextCursor);
        Assert.Equal(["Alex Probe"], waiting.Items.Select(item => item.ParticipantName));
    }

    [Fact]
    public async Task Nobody_else_sees_them()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body())).Id;
        await hamm.RegisteredAsync(id);

        (await hamm.SendAsync<ListRegistrations>(new { id })).Refused(HttpStatusCode.NotFound, "not-found");
        (await world.Anonymous.SendAsync<ListRegistrations>(new { id })).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }
}
