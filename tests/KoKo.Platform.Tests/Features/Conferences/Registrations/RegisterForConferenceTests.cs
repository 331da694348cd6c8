using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Conferences.Registrations;

public sealed class RegisterForConferenceTests(PlatformWorld world)
{
    private static readonly string[] Eight = ["hamm", "herne", "soest", "bonn", "dortmund", "krefeld", "bocholt", "dueren"];

    [Fact]
    public async Task Takes_a_seat_and_shows_it_to_every_audience()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 5, audiences: [Audience.Public, Audience.Network]))).Id;

        var answer = await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = " Kim Beispiel ", organisation = "Stadt Hamm", note = "Zeile 1\nZeile 2" });

        var registration = answer.As<RegistrationResponse>(HttpStatusCode.Created);
        Assert.Equal((RegistrationStatus.Confirmed, null, "Kim Beispiel"), (registration.Status, registration.WaitingPosition, registration.ParticipantName));
        Assert.Equal($"/v1/conferences/{id}/registrations/{registration.Id}", answer.Headers.Location?.ToString());
        Assert.Equal(new SeatsResponse(5, 4, 0, 10), await hamm.SeatsAsync(id));
        Assert.Equal(new SeatsResponse(5, 4, 0, 10), await world.Anonymous.SeatsAsync(id));
    }

    [Fact]
    public async Task The_last_seat_goes_to_one_of_many_and_the_rest_waits_in_order()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 1, waitingListSize: 20))).Id;
        var clients = await Task.WhenAll(Eight.Select(slug => world.AppAsync(slug)));

        var registrations = await Task.WhenAll(clients.SelectMany(client => new[] { client.RegisteredAsync(id, "Kim Beispiel"), client.RegisteredAsync(id, "Robin Muster") }));

        Assert.Single(registrations, registration => registration.Status == RegistrationStatus.Confirmed);
        Assert.Equal(Enumerable.Range(1, 15).Select(place => (int?)place), registrations.Select(registration => registration.WaitingPosition).Where(place => place is not null).Order());
        Assert.Equal(new SeatsResponse(1, 0, 15, 20), await office.SeatsAsync(id));
    }

    [Fact]
    public async Task Is_refused_when_seats_and_list_are_full()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 1, waitingListSize: 0))).Id;
        await hamm.RegisteredAsync(id, "Kim Beispiel");

        var answer = await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "Robin Muster" });

        answer.Refused(HttpStatusCode.Conflict, "conference-full");
        Assert.Equal(new SeatsResponse(1, 0, 0, 0), await hamm.SeatsAsync(id));
        Assert.Equal(1, await world.InsideAsync("office", db => db.Registrations.CountAsync(row => row.ConferenceId == id, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Is_refused_after_the_deadline_and_for_the_past()
    {
        var office = await world.AppAsync("office");
        var closed = (await office.PublishedAsync(ConferenceDrafts.Body() with { RegistrationCloses = "2020-01-01T00:00" })).Id;

        foreach (var id in new[] { closed, DemoConferences.Over })
        {
            (await office.SendAsync<RegisterForConference>(new { id }, new { participantName = "Kim Beispiel" })).Refused(HttpStatusCode.Conflict, "registration-closed");
        }
    }

    [Fact]
    public async Task An_app_registers_each_name_once_until_it_is_cancelled()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 5))).Id;
        var registration = await hamm.RegisteredAsync(id, "Kim Beispiel");

        (await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "KIM BEISPIEL" })).Refused(HttpStatusCode.Conflict, "already-registered");
        Assert.Equal(4, (await hamm.SeatsAsync(id)).Free);

        await hamm.SendAsync<CancelRegistration>(new { id, registrationId = registration.Id });
        await hamm.RegisteredAsync(id, "Kim Beispiel");
        await (await world.AppAsync("bonn")).RegisteredAsync(id, "Kim Beispiel");
        Assert.Equal(3, (await hamm.SeatsAsync(id)).Free);
    }

    [Fact]
    public async Task Sending_it_twice_with_one_key_registers_once()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 5))).Id;
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "Kim Beispiel" }, null, key);
        var second = await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "Kim Beispiel" }, null, key);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(new SeatsResponse(5, 4, 0, 10), await hamm.SeatsAsync(id));
    }

    [Fact]
    public async Task A_refusal_under_a_key_leaves_nothing_and_may_be_sent_again()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 1, waitingListSize: 0))).Id;
        var taken = await hamm.RegisteredAsync(id, "Kim Beispiel");
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        (await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "Robin Muster" }, null, key)).Refused(HttpStatusCode.Conflict, "conference-full");
        await hamm.SendAsync<CancelRegistration>(new { id, registrationId = taken.Id });

        (await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "Robin Muster" }, null, key)).As<RegistrationResponse>(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_conference_one_cannot_see_is_not_there()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var forBonn = (await office.PublishedAsync(ConferenceDrafts.Body(audiences: Audience.Tenant(DemoIds.Tenant("bonn"))))).Id;
        var draft = (await office.CreatedAsync(ConferenceDrafts.Body())).Id;

        var bodies = new List<string>();
        foreach (var id in new[] { forBonn, draft, Guid.NewGuid() })
        {
            var answer = await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "Kim Beispiel" });
            answer.Refused(HttpStatusCode.NotFound, "not-found");
            bodies.Add(answer.Body);
        }

        Assert.Single(bodies.Distinct());
        Assert.Equal(20, (await office.SendAsync<GetOwnConference>(new { id = forBonn })).As<OwnConferenceResponse>().Seats?.Free);
    }

    [Fact]
    public async Task Broken_input_and_missing_rights_are_refused()
    {
        var id = DemoConferences.WithFreeSeats;
        var hamm = await world.AppAsync("hamm");
        var reading = await world.AppAsync("hamm", "conferences:read");

        var broken = await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "K\n", organisation = new string('x', 161), note = "\u0000" });
        broken.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/note", "/organisation", "/participantName"], broken.Pointers.Order(StringComparer.Ordinal));
        (await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "Kim", status = "confirmed" })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await reading.SendAsync<RegisterForConference>(new { id }, new { participantName = "Kim" })).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await world.Anonymous.SendAsync<RegisterForConference>(new { id }, new { participantName = "Kim" })).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
    }
}
