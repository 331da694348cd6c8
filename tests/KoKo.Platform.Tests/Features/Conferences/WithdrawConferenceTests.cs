using System.Net;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class WithdrawConferenceTests(PlatformWorld world)
{
    [Fact]
    public async Task Is_gone_for_those_who_saw_it_and_unknown_to_others()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body())).Id;

        Assert.Equal(HttpStatusCode.NoContent, (await office.SendAsync<WithdrawConference>(new { id })).Status);

        (await hamm.SendAsync<GetConference>(new { id })).Refused(HttpStatusCode.Gone, "withdrawn");
        (await hamm.SendAsync<GetConferenceCalendar>(new { id })).Refused(HttpStatusCode.Gone, "withdrawn");
        (await hamm.SendAsync<RegisterForConference>(new { id }, new { participantName = "Kim Beispiel" })).Refused(HttpStatusCode.Gone, "withdrawn");
        (await world.Anonymous.SendAsync<GetConference>(new { id })).Refused(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(ConferenceState.Withdrawn, (await office.SendAsync<GetOwnConference>(new { id })).As<OwnConferenceResponse>().State);
    }

    [Fact]
    public async Task Keeps_the_registrations_for_both_sides_and_for_a_new_publication()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 5))).Id;
        var registration = await hamm.RegisteredAsync(id);
        await office.SendAsync<WithdrawConference>(new { id });

        Assert.Equal(RegistrationStatus.Confirmed, (await hamm.RegistrationAsync(registration)).Status);

        await office.SendAsync<PublishConference>(new { id });
        Assert.Equal(new SeatsResponse(5, 4, 0, 10), await hamm.SeatsAsync(id));
    }

    [Fact]
    public async Task Refuses_what_is_not_published()
    {
        var office = await world.AppAsync("office");
        var id = (await office.CreatedAsync(ConferenceDrafts.Body())).Id;

        (await office.SendAsync<WithdrawConference>(new { id })).Refused(HttpStatusCode.Conflict, "conference-not-published");
    }
}
