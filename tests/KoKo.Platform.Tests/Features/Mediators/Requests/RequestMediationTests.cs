using System.Net;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Mediators.Requests;

public sealed class RequestMediationTests(PlatformWorld world)
{
    [Fact]
    public async Task A_tenant_asks_for_a_free_slot_and_both_sides_read_the_request()
    {
        var mediator = await world.ListedMediatorAsync();
        var hamm = await world.AppAsync("hamm");
        var slot = (await mediator.SlotsAsync())[0];

        var answer = await hamm.SendAsync<RequestMediation>(body: mediator.Asking(slot));

        var sent = answer.As<MediationRequestResponse>(HttpStatusCode.Created);
        Assert.Equal($"/v1/requests/{sent.Id}", answer.Headers.Location?.ToString());
        Assert.Equal((RequestSide.Tenant, RequestState.Requested, "Hamm", slot.Start, slot.End), (sent.Side, sent.State, sent.TenantName, sent.Start, sent.End));
        Assert.Equal(sent, (await hamm.SendAsync<GetMediationRequest>(new { sent.Id })).As<MediationRequestResponse>());
        Assert.Equal(sent with { Side = RequestSide.Mediator }, (await mediator.Client.SendAsync<GetMediationRequest>(new { sent.Id })).As<MediationRequestResponse>());
        Assert.Equal([sent with { Side = RequestSide.Mediator }], (await mediator.Client.SendAsync<ListMediationRequests>()).As<Page<MediationRequestResponse>>().Items);
        Assert.Contains(sent, (await hamm.SendAsync<ListMediationRequests>(query: new { state = "requested", side = "tenant", limit = 100 })).As<Page<MediationRequestResponse>>().Items);
    }

    [Fact]
    public async Task Another_tenant_does_not_see_the_request()
    {
        var mediator = await world.ListedMediatorAsync();
        var sent = await mediator.AskedByAsync(await world.AppAsync("hamm"), (await mediator.SlotsAsync())[0]);
        var other = await world.PersonAsync(Roles.Organiser, "bonn");
        var stranger = await world.MediatorAsync();

        foreach (var caller in (ApiClient[])[other, stranger.Client])
        {
            var random = await caller.SendAsync<GetMediationRequest>(new { id = Guid.NewGuid() });
            random.Refused(HttpStatusCode.NotFound, "not-found");
            Assert.Equal(random.Body, (await caller.SendAsync<GetMediationRequest>(new { sent.Id })).Body);
            Assert.Equal(random.Body, (await caller.SendAsync<AcceptMediationRequest>(new { sent.Id })).Body);
            Assert.Equal(random.Body, (await caller.SendAsync<DeclineMediationRequest>(new { sent.Id }, new { })).Body);
            Assert.DoesNotContain(sent.Id.ToString(), (await caller.SendAsync<ListMediationRequests>(query: new { limit = 100 })).Body, StringComparison.Ordinal);
        }

        Assert.Equal(random404(await other.SendAsync<CancelMediationRequest>(new { id = Guid.NewGuid() })), random404(await other.SendAsync<CancelMediationRequest>(new { sent.Id })));
        Assert.Equal(RequestState.Requested, (await mediator.Client.SendAsync<GetMediationRequest>(new { sent.Id })).As<MediationRequestResponse>().State);

        static (HttpStatusCode, string) random404(ApiAnswer answer) => (answer.Status, answer.Body);
    }

    [Fact]
    public async Task A_listing_the_tenant_does_not_see_is_like_a_random_id()
    {
        var mediator = await world.ListedMediatorAsync($"tenant:{Demo.DemoIds.Tenant("bonn")}");
        var hamm = await world.AppAsync("hamm");
        var slot = (await mediator.SlotsAsync(caller: await world.AppAsync("bonn")))[0];

        var hidden = await hamm.SendAsync<RequestMediation>(body: mediator.Asking(slot));
        var random = await hamm.SendAsync<RequestMediation>(body: mediator.Asking(slot) with { MediatorId = Guid.NewGuid() });

        hidden.Refused(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(random.Body, hidden.Body);
        await NothingSentAsync(mediator);
    }

    [Fact]
    public async Task Only_a_free_slot_can_be_asked_for()
    {
        var mediator = await world.ListedMediatorAsync();
        var hamm = await world.AppAsync("hamm");
        var slot = (await mediator.SlotsAsync())[0];

        foreach (var (start, end) in ((DateTime, DateTime?)[])[(slot.Start.AddMinutes(30), null), (slot.Start, slot.End.AddMinutes(30)), (slot.Start.AddDays(-14), null), (slot.Start.AddYears(3), null)])
        {
            (await hamm.SendAsync<RequestMediation>(body: mediator.Asking(slot) with { Start = start, End = end })).Refused(HttpStatusCode.Conflict, "slot-taken");
        }

        await NothingSentAsync(mediator);
    }

    [Fact]
    public async Task Says_every_broken_rule_at_once()
    {
        var mediator = await world.ListedMediatorAsync();
        var slot = (await mediator.SlotsAsync())[0];
        var broken = mediator.Asking(slot) with
        {
            Topic = "weather",
            Level = "cosmic",
            TimeFrame = new string('x', 501),
            ContactFunction = "Amt\r\nBcc: alle@example.org",
        };

        var answer = await (await world.AppAsync("hamm")).SendAsync<RequestMediation>(body: broken);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/contactFunction", "/level", "/timeFrame", "/topic"], answer.Pointers.Distinct().Order(StringComparer.Ordinal));
        await NothingSentAsync(mediator);
    }

    [Theory]
    [InlineData("""{"format":"telepathic"}""")]
    [InlineData("""{"tenantId":"8b9d4c53-8ef8-4a4f-9f0e-0f8f6b8a7a11"}""")]
    [InlineData("""{"state":"accepted"}""")]
    public async Task Refuses_members_that_cannot_be_set(string body) =>
        (await (await world.AppAsync("hamm")).SendAsync<RequestMediation>(body: body)).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");

    [Fact]
    public async Task Needs_a_tenant_and_a_role()
    {
        var mediator = await world.ListedMediatorAsync();
        var body = mediator.Asking((await mediator.SlotsAsync())[0]);

        (await world.Anonymous.SendAsync<RequestMediation>(body: body)).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        (await mediator.Client.SendAsync<RequestMediation>(body: body)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await (await world.PersonAsync(Roles.Reader, "hamm")).SendAsync<RequestMediation>(body: body)).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await (await world.AppAsync("hamm", "mediators:read")).SendAsync<RequestMediation>(body: body)).Refused(HttpStatusCode.Forbidden, "forbidden");
        await NothingSentAsync(mediator);
    }

    [Fact]
    public async Task A_retry_with_the_same_key_sends_once()
    {
        var mediator = await world.ListedMediatorAsync();
        var hamm = await world.AppAsync("hamm");
        var body = mediator.Asking((await mediator.SlotsAsync())[0]);
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await hamm.SendAsync<RequestMediation>(body: body, headers: key);
        var second = await hamm.SendAsync<RequestMediation>(body: body, headers: key);

        Assert.Equal((HttpStatusCode.Created, first.Body), (second.Status, second.Body));
        Assert.Equal(1, await mediator.InsideAsync(db => db.MediationRequests.CountAsync(TestContext.Current.CancellationToken)));
    }

    private static async Task NothingSentAsync(MediatorCast mediator) =>
        Assert.Equal(0, await mediator.InsideAsync(db => db.MediationRequests.CountAsync(TestContext.Current.CancellationToken)));
}
