using System.Net;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators.Requests;

public sealed class CancelMediationRequestTests(PlatformWorld world)
{
    [Fact]
    public async Task Frees_the_slot_of_an_accepted_request()
    {
        var (mediator, hamm) = (await world.ListedMediatorAsync(), await world.AppAsync("hamm"));
        var slots = await mediator.SlotsAsync();
        var sent = await mediator.AskedByAsync(hamm, slots[0]);
        await mediator.Client.SendAsync<AcceptMediationRequest>(new { sent.Id });
        Assert.Equal(slots[1..], await mediator.SlotsAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await hamm.SendAsync<CancelMediationRequest>(new { sent.Id })).Status);

        Assert.Equal(slots, await mediator.SlotsAsync());
        Assert.Equal(RequestState.Cancelled, (await mediator.Client.SendAsync<GetMediationRequest>(new { sent.Id })).As<MediationRequestResponse>().State);
        Assert.Equal([true], (await mediator.Client.SendAsync<ListBookings>()).As<Page<BookingResponse>>().Items.Select(booking => booking.IsCancelled));
        var again = await mediator.AskedByAsync(await world.AppAsync("bonn"), slots[0]);
        Assert.Equal(HttpStatusCode.Created, (await mediator.Client.SendAsync<AcceptMediationRequest>(new { again.Id })).Status);
    }

    [Fact]
    public async Task Is_done_once_and_not_after_a_refusal()
    {
        var (mediator, hamm) = (await world.ListedMediatorAsync(), await world.AppAsync("hamm"));
        var slots = await mediator.SlotsAsync();
        var cancelled = await mediator.AskedByAsync(hamm, slots[0]);
        var declined = await mediator.AskedByAsync(hamm, slots[1]);
        await hamm.SendAsync<CancelMediationRequest>(new { cancelled.Id });
        await mediator.Client.SendAsync<DeclineMediationRequest>(new { declined.Id }, new { });

        (await hamm.SendAsync<CancelMediationRequest>(new { cancelled.Id })).Refused(HttpStatusCode.Conflict, "request-closed");
        (await hamm.SendAsync<CancelMediationRequest>(new { declined.Id })).Refused(HttpStatusCode.Conflict, "request-closed");
        (await mediator.Client.SendAsync<AcceptMediationRequest>(new { cancelled.Id })).Refused(HttpStatusCode.Conflict, "request-closed");
    }

    [Fact]
    public async Task Needs_a_role_in_the_tenant_that_asked()
    {
        var mediator = await world.ListedMediatorAsync();
        var sent = await mediator.AskedByAsync(await world.AppAsync("hamm"), (await mediator.SlotsAsync())[0]);

        (await mediator.Client.SendAsync<CancelMediationRequest>(new { sent.Id })).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await (await world.PersonAsync(Roles.Reader, "hamm")).SendAsync<CancelMediationRequest>(new { sent.Id })).Refused(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.NoContent, (await (await world.PersonAsync(Roles.Organiser, "hamm")).SendAsync<CancelMediationRequest>(new { sent.Id })).Status);
    }
}
