using System.Net;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences.Registrations;

public sealed class CancelRegistrationTests(PlatformWorld world)
{
    [Fact]
    public async Task The_one_who_waits_longest_moves_up_and_everybody_else_comes_closer()
    {
        var (hamm, id, registrations) = await FilledAsync(capacity: 1, "Kim Beispiel", "Robin Muster", "Alex Probe", "Toni Entwurf");

        Assert.Equal(HttpStatusCode.NoContent, (await CancelAsync(hamm, registrations[0])).Status);

        Assert.Equal(
            [(RegistrationStatus.Cancelled, null), (RegistrationStatus.Confirmed, null), (RegistrationStatus.Waiting, 1), (RegistrationStatus.Waiting, 2)],
            await StandingsAsync(hamm, registrations));
        Assert.Equal(new SeatsResponse(1, 0, 2, 10), await hamm.SeatsAsync(id));
    }

    [Fact]
    public async Task Leaving_the_list_moves_nobody_up()
    {
        var (hamm, id, registrations) = await FilledAsync(capacity: 1, "Kim Beispiel", "Robin Muster", "Alex Probe", "Toni Entwurf");

        await CancelAsync(hamm, registrations[2]);

        Assert.Equal(
            [(RegistrationStatus.Confirmed, null), (RegistrationStatus.Waiting, 1), (RegistrationStatus.Cancelled, null), (RegistrationStatus.Waiting, 2)],
            await StandingsAsync(hamm, registrations));
        Assert.Equal(new SeatsResponse(1, 0, 2, 10), await hamm.SeatsAsync(id));
    }

    [Fact]
    public async Task Many_at_once_free_exactly_their_seats()
    {
        var names = Enumerable.Range(0, 12).Select(number => $"Kim Beispiel {number}").ToArray();
        var (hamm, id, registrations) = await FilledAsync(capacity: 4, names);

        var answers = await Task.WhenAll(registrations.Take(6).Concat(registrations.Take(2)).Select(registration => CancelAsync(hamm, registration)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer.Status));
        var standings = await StandingsAsync(hamm, registrations);
        Assert.Equal([.. Enumerable.Repeat(RegistrationStatus.Cancelled, 6), .. Enumerable.Repeat(RegistrationStatus.Confirmed, 4), .. Enumerable.Repeat(RegistrationStatus.Waiting, 2)], standings.Select(standing => standing.Status));
        Assert.Equal([1, 2], standings.Skip(10).Select(standing => standing.Place));
        Assert.Equal(new SeatsResponse(4, 0, 2, 10), await hamm.SeatsAsync(id));
    }

    [Fact]
    public async Task Repeating_it_changes_nothing()
    {
        var (hamm, id, registrations) = await FilledAsync(capacity: 2, "Kim Beispiel");
        await CancelAsync(hamm, registrations[0]);
        var before = await hamm.RegistrationAsync(registrations[0]);

        Assert.Equal(HttpStatusCode.NoContent, (await CancelAsync(hamm, registrations[0])).Status);

        Assert.Equal(before, await hamm.RegistrationAsync(registrations[0]));
        Assert.Equal(2, (await hamm.SeatsAsync(id)).Free);
    }

    [Fact]
    public async Task Another_ones_registration_is_not_there_not_even_for_the_organiser()
    {
        var (hamm, _, registrations) = await FilledAsync(capacity: 2, "Kim Beispiel");
        foreach (var slug in new[] { "bonn", "office" })
        {
            var other = await world.AppAsync(slug);
            var foreign = await CancelAsync(other, registrations[0]);
            var random = await other.SendAsync<CancelRegistration>(new { id = registrations[0].ConferenceId, registrationId = Guid.NewGuid() });
            var read = await other.SendAsync<GetOwnRegistration>(new { id = registrations[0].ConferenceId, registrationId = registrations[0].Id });

            foreign.Refused(HttpStatusCode.NotFound, "not-found");
            read.Refused(HttpStatusCode.NotFound, "not-found");
            Assert.Equal(random.Body, foreign.Body);
        }

        Assert.Equal(RegistrationStatus.Confirmed, (await hamm.RegistrationAsync(registrations[0])).Status);
    }

    [Fact]
    public async Task Is_refused_once_the_conference_began()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 2))).Id;
        var registration = await hamm.RegisteredAsync(id);
        await office.ChangedAsync(id, ConferenceDrafts.Body(capacity: 2) with { Starts = "2020-06-12T09:30", RegistrationCloses = null });
        await office.SendAsync<PublishConference>(new { id });

        (await CancelAsync(hamm, registration)).Refused(HttpStatusCode.Conflict, "conference-started");
        Assert.Equal(RegistrationStatus.Confirmed, (await hamm.RegistrationAsync(registration)).Status);
    }

    private async Task<(ApiClient Hamm, Guid Id, List<RegistrationResponse> Registrations)> FilledAsync(int capacity, params string[] names)
    {
        var hamm = await world.AppAsync("hamm");
        var id = (await (await world.AppAsync("office")).PublishedAsync(ConferenceDrafts.Body(capacity: capacity))).Id;
        var registrations = new List<RegistrationResponse>();
        foreach (var name in names)
        {
            registrations.Add(await hamm.RegisteredAsync(id, name));
        }

        return (hamm, id, registrations);
    }

    private static Task<ApiAnswer> CancelAsync(ApiClient client, RegistrationResponse registration) =>
        client.SendAsync<CancelRegistration>(new { id = registration.ConferenceId, registrationId = registration.Id });

    private static async Task<List<(RegistrationStatus Status, int? Place)>> StandingsAsync(ApiClient client, List<RegistrationResponse> registrations)
    {
        var standings = new List<(RegistrationStatus, int?)>();
        foreach (var registration in registrations)
        {
            var now = await client.RegistrationAsync(registration);
            standings.Add((now.Status, now.WaitingPosition));
        }

        return standings;
    }
}
