using System.Net;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Tests.Features.Mediators;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>A mediator for the own tenant alone, her week, requests and bookings.</summary>
internal sealed partial class TenantStory
{
    private async Task MediateAsync()
    {
        (await tenant.Person.SendAsync<InviteMediator>(body: new InviteMediatorRequest(tenant.Says("Mediatorin"), tenant.PersonMail))).As<MediatorInvitationResponse>(HttpStatusCode.Created);
        await AcceptAsync(await LinkToAsync(tenant.PersonMail), "Mediatorin");
        var listing = await ListedAsync();
        var slots = (await tenant.Person.SendAsync<ListSlots>(new { id = listing })).As<SlotsResponse>().Items;
        Assert.True(slots.Count >= 5, "The mediator has too few slots.");

        await AskedAsync(listing, slots[0]);
        foreach (var slot in slots.Skip(1).Take(2))
        {
            (await tenant.Person.SendAsync<AcceptMediationRequest>(new { id = await AskedAsync(listing, slot) })).As<BookingResponse>(HttpStatusCode.Created);
        }

        var declined = await tenant.Person.SendAsync<DeclineMediationRequest>(new { id = await AskedAsync(listing, slots[3]) }, new { reason = tenant.Says("Alles vergeben.") });
        Assert.True(declined.Status is HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.Created, declined.Body);
        await AskedAsync(listing, slots[4]);
    }

    private async Task<Guid> ListedAsync()
    {
        var current = await tenant.Person.SendAsync<GetMediatorProfile>();
        var profile = SetMediatorProfileRequest.Example with
        {
            Name = tenant.Says("Mediatorin"),
            Organisation = tenant.Says("Büro"),
            Bio = tenant.Says("Ein Satz über die Arbeit."),
            Qualifications = [new QualificationBody("association_license", tenant.Says("Verband"), new DateOnly(2019, 5, 14), null)],
        };
        (await tenant.Person.SendAsync<SetMediatorProfile>(null, profile, null, ("If-Match", current.ETag!))).As<MediatorProfileResponse>();
        (await tenant.Person.SendAsync<SetMediatorAvailability>(body: new SetMediatorAvailabilityRequest([MediatorCast.Monday]))).As<AvailabilityResponse>();
        (await tenant.Person.SendAsync<SetAvailabilityException>(new { date = $"2034-05-{tenant.Land}" }, new { windows = new[] { new WindowBody("10:00", "12:00", 60) } })).As<AvailabilityExceptionResponse>();
        var listed = await tenant.Person.SendAsync<PublishMediatorListing>(body: new PublishMediatorListingRequest([tenant.Audience], ConsentText.Version));
        return listed.As<MediatorListingResponse>(HttpStatusCode.Created).Id;
    }

    private async Task<Guid> AskedAsync(Guid listing, SlotResponse slot)
    {
        var request = new RequestMediationRequest(listing, slot.Start, slot.End, "neighbourhood", "intergroup", MediationFormat.Online, tenant.Says("Im Frühjahr"), tenant.Says("Stabsstelle"));
        return (await tenant.App.SendAsync<RequestMediation>(body: request)).As<MediationRequestResponse>(HttpStatusCode.Created).Id;
    }
}
