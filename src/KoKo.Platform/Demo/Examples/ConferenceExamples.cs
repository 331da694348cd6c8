using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.OpenApi;

namespace KoKo.Platform.Demo.Examples;

internal sealed class ConferenceExamples : IOperationExamples
{
    private const string Office = "demo-office";

    private static readonly DateOnly Day = new(2029, 6, 14);

    public IEnumerable<OperationExample> Examples =>
    [
        OperationExample.Of<ListConferences>(OperationExample.Anonymous, query: new { limit = 5 }),
        OperationExample.Of<GetConference>(OperationExample.Anonymous, route: new { id = DemoConferences.WithFreeSeats }),
        OperationExample.Of<GetConferenceCalendar>(OperationExample.Anonymous, route: new { id = DemoConferences.WithFreeSeats }),
        OperationExample.Of<RegisterForConference>(
            route: new { id = DemoConferences.WithFreeSeats },
            body: new { participantName = "Kai Vorlage", organisation = "Stadt Duisburg", note = "Vegetarisches Essen" }),
        OperationExample.Of<GetOwnRegistration>(route: new { id = DemoConferences.WithFreeSeats, registrationId = DemoConferences.RegistrationToRead }),
        OperationExample.Of<CancelRegistration>(route: new { id = DemoConferences.WithFreeSeats, registrationId = DemoConferences.RegistrationToCancel }),
        OperationExample.Of<ListOwnConferences>(Office, query: new { limit = 5 }),
        OperationExample.Of<GetOwnConference>(Office, route: new { id = DemoConferences.WithFreeSeats }),
        OperationExample.Of<CreateConference>(Office, body: DemoConferenceTexts.Workshop(Day)),
        OperationExample.Of<ChangeConference>(Office, route: new { id = DemoConferences.ToChange }, body: DemoConferenceTexts.Workshop(Day)),
        OperationExample.Of<PublishConference>(Office, route: new { id = DemoConferences.ToPublish }),
        OperationExample.Of<WithdrawConference>(Office, route: new { id = DemoConferences.ToWithdraw }),
        OperationExample.Of<ListRegistrations>(Office, route: new { id = DemoConferences.Full }, query: new { status = "waiting" }),
    ];
}
