using System.Net;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators.Requests;

public sealed class DeclineMediationRequestTests(PlatformWorld world)
{
    [Fact]
    public async Task Tells_the_tenant_why_and_leaves_the_slot_free()
    {
        var (mediator, hamm) = (await world.ListedMediatorAsync(), await world.AppAsync("hamm"));
        var slots = await mediator.SlotsAsync();
        var sent = await mediator.AskedByAsync(hamm, slots[0]);

        var declined = (await mediator.Client.SendAsync<DeclineMediationRequest>(new { sent.Id }, new { reason = "Alle Plätze sind vergeben." })).As<MediationRequestResponse>();

        Assert.Equal((RequestState.Declined, "Alle Plätze sind vergeben."), (declined.State, declined.RefusalReason));
        Assert.Equal(declined with { Side = RequestSide.Tenant }, (await hamm.SendAsync<GetMediationRequest>(new { sent.Id })).As<MediationRequestResponse>());
        Assert.Equal(slots, await mediator.SlotsAsync());
    }

    [Theory]
    [InlineData("Mail an karla@example.org")]
    [InlineData("a\u0000b")]
    public async Task Refuses_a_reason_that_leads_around_the_platform(string reason)
    {
        var mediator = await world.ListedMediatorAsync();
        var sent = await mediator.AskedByAsync(await world.AppAsync("hamm"), (await mediator.SlotsAsync())[0]);

        var answer = await mediator.Client.SendAsync<DeclineMediationRequest>(new { sent.Id }, new { reason });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/reason"], answer.Pointers);
        Assert.Equal(RequestState.Requested, (await mediator.Client.SendAsync<GetMediationRequest>(new { sent.Id })).As<MediationRequestResponse>().State);
    }
}
