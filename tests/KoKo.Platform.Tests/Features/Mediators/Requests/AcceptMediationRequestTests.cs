using System.Net;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Mediators.Requests;

public sealed class AcceptMediationRequestTests(PlatformWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Becomes_a_booking_of_both_sides_and_its_slot_is_gone()
    {
        var (mediator, hamm) = (await world.ListedMediatorAsync(), await world.AppAsync("hamm"));
        var slots = await mediator.SlotsAsync();
        var sent = await mediator.AskedByAsync(hamm, slots[1]);

        var booking = (await mediator.Client.SendAsync<AcceptMediationRequest>(new { sent.Id })).As<BookingResponse>(HttpStatusCode.Created);

        Assert.Equal((sent.Id, RequestSide.Mediator, slots[1].Start, slots[1].End, false), (booking.RequestId, booking.Side, booking.Start, booking.End, booking.IsCancelled));
        Assert.Equal([booking], (await mediator.Client.SendAsync<ListBookings>()).As<Page<BookingResponse>>().Items);
        Assert.Contains(booking with { Side = RequestSide.Tenant }, (await hamm.SendAsync<ListBookings>(query: new { limit = 100 })).As<Page<BookingResponse>>().Items);
        Assert.Equal(RequestState.Accepted, (await hamm.SendAsync<GetMediationRequest>(new { sent.Id })).As<MediationRequestResponse>().State);
        Assert.Equal(slots.Where(slot => slot != slots[1]), await mediator.SlotsAsync());
        Assert.DoesNotContain(booking.Id.ToString(), (await (await world.AppAsync("bonn")).SendAsync<ListBookings>(query: new { limit = 100 })).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_accepted_at_once_exactly_one_becomes_a_booking()
    {
        var mediator = await world.ListedMediatorAsync();
        var slot = (await mediator.SlotsAsync())[0];
        var sent = new List<Guid>();
        foreach (var slug in (string[])["hamm", "bonn", "herne", "unna", "soest", "krefeld"])
        {
            sent.Add((await mediator.AskedByAsync(await world.AppAsync(slug), slot)).Id);
        }

        var answers = await Task.WhenAll(sent.Select(id => mediator.Client.SendAsync<AcceptMediationRequest>(new { id })));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Refused(HttpStatusCode.Conflict, "overlapping-booking"));
        Assert.Equal(1, await mediator.InsideAsync(db => db.Bookings.CountAsync(Stop)));
        Assert.Equal(1, await mediator.InsideAsync(db => db.MediationRequests.CountAsync(request => request.State == RequestState.Accepted, Stop)));
    }

    [Fact]
    public async Task Overlap_counts_by_the_instant_not_by_the_slot()
    {
        var (mediator, hamm) = (await world.ListedMediatorAsync(), await world.AppAsync("hamm"));
        var slot = (await mediator.SlotsAsync())[0];
        var first = await mediator.AskedByAsync(hamm, slot);
        await mediator.Client.SendAsync<SetMediatorAvailability>(body: new SetMediatorAvailabilityRequest([new AvailabilityRuleBody(DayOfWeek.Monday, "09:30", "11:30", 60, null, null)]));
        var second = await mediator.AskedByAsync(hamm, (await mediator.SlotsAsync()).First(other => other.Start == slot.Start.AddMinutes(30)));
        var touching = await mediator.AskedByAsync(hamm, (await mediator.SlotsAsync()).First(other => other.Start == slot.Start.AddMinutes(90)));

        Assert.Equal(HttpStatusCode.Created, (await mediator.Client.SendAsync<AcceptMediationRequest>(new { second.Id })).Status);
        (await mediator.Client.SendAsync<AcceptMediationRequest>(new { first.Id })).Refused(HttpStatusCode.Conflict, "overlapping-booking");
        Assert.Equal(HttpStatusCode.Created, (await mediator.Client.SendAsync<AcceptMediationRequest>(new { touching.Id })).Status);
    }

    [Fact]
    public async Task A_request_is_decided_once()
    {
        var mediator = await world.ListedMediatorAsync();
        var sent = await mediator.AskedByAsync(await world.AppAsync("hamm"), (await mediator.SlotsAsync())[0]);
        await mediator.Client.SendAsync<AcceptMediationRequest>(new { sent.Id });

        (await mediator.Client.SendAsync<AcceptMediationRequest>(new { sent.Id })).Refused(HttpStatusCode.Conflict, "request-closed");
        (await mediator.Client.SendAsync<DeclineMediationRequest>(new { sent.Id }, new { })).Refused(HttpStatusCode.Conflict, "request-closed");
    }

    [Fact]
    public async Task Is_the_mediators_alone()
    {
        var (mediator, hamm) = (await world.ListedMediatorAsync(), await world.AppAsync("hamm"));
        var sent = await mediator.AskedByAsync(hamm, (await mediator.SlotsAsync())[0]);

        (await hamm.SendAsync<AcceptMediationRequest>(new { sent.Id })).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await hamm.SendAsync<DeclineMediationRequest>(new { sent.Id }, new { })).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await world.Anonymous.SendAsync<AcceptMediationRequest>(new { sent.Id })).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }
}
