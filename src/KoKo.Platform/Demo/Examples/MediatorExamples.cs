using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.OpenApi;

namespace KoKo.Platform.Demo.Examples;

internal sealed class MediatorExamples : IOperationExamples
{
    public IEnumerable<OperationExample> Examples =>
    [
        OperationExample.Of<ListMediators>(query: new { topic = "neighbourhood", language = "tr" }),
        OperationExample.Of<GetMediator>(route: new { id = DemoMediator.ListingOf(1) }),
        OperationExample.Of<ListSlots>(route: new { id = DemoMediator.ListingOf(1) }, query: new { from = "2034-03-01", to = "2034-03-31" }),

        OperationExample.Of<InviteMediator>(),
        OperationExample.Of<GetMediatorProfile>(DemoMediator.MailOf(1)),
        OperationExample.Of<SetMediatorProfile>(DemoMediator.MailOf(2)),
        OperationExample.Of<GetMediatorAvailability>(DemoMediator.MailOf(1)),
        OperationExample.Of<SetMediatorAvailability>(DemoMediator.MailOf(3)),
        OperationExample.Of<SetAvailabilityException>(DemoMediator.MailOf(4), route: new { date = "2034-05-02" }),
        OperationExample.Of<RemoveAvailabilityException>(DemoMediator.MailOf(5), route: new { date = "2034-03-21" }),
        OperationExample.Of<PublishMediatorListing>(DemoMediator.MailOf(8)),
        OperationExample.Of<WithdrawMediatorListing>(DemoMediator.MailOf(7)),

        OperationExample.Of<RequestMediation>(body: new RequestMediationRequest(
            DemoMediator.ListingOf(1),
            new DateTime(2034, 3, 7, 8, 0, 0, DateTimeKind.Utc),
            null,
            "neighbourhood",
            "intergroup",
            MediationFormat.Onsite,
            "Erstgespräch im Frühjahr, gern vormittags.",
            "Stabsstelle Integration")),
        OperationExample.Of<ListMediationRequests>(query: new { state = "requested" }),
        OperationExample.Of<GetMediationRequest>(route: new { id = DemoMediators.RequestId("read") }),
        OperationExample.Of<AcceptMediationRequest>(DemoMediator.MailOf(6), route: new { id = DemoMediators.RequestId("accept") }),
        OperationExample.Of<DeclineMediationRequest>(DemoMediator.MailOf(6), route: new { id = DemoMediators.RequestId("decline") }),
        OperationExample.Of<CancelMediationRequest>(route: new { id = DemoMediators.RequestId("cancel") }),
        OperationExample.Of<ListBookings>(),
    ];
}
