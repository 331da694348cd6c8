using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class PublishConferenceTests(PlatformWorld world)
{
    [Fact]
    public async Task Shows_each_audience_its_fields_and_others_nothing()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var body = ConferenceDrafts.Body(audiences: [Audience.Public, Audience.Network]) with { Online = true, OnlineLink = "https://konferenz.example/raum" };

        var id = (await office.PublishedAsync(body)).Id;

        var ofHamm = (await hamm.SendAsync<GetConference>(new { id })).As<ConferenceResponse>();
        var ofAnybody = (await world.Anonymous.SendAsync<GetConference>(new { id })).As<ConferenceResponse>();
        Assert.Equal(("https://konferenz.example/raum", "Saal"), (ofHamm.OnlineLink, ofHamm.Sessions[0].Room));
        Assert.Equal((null, null), (ofAnybody.OnlineLink, ofAnybody.Sessions[0].Room));
        Assert.Equal(ofHamm.Seats, ofAnybody.Seats);
        Assert.Equal("Geschäftsstelle des Netzwerks", ofAnybody.Organiser);
    }

    [Fact]
    public async Task Refuses_to_publish_what_somebody_changed_after_it_was_read()
    {
        var office = await world.AppAsync("office");
        var read = await office.CreatedAsync(ConferenceDrafts.Body());
        var now = await office.ChangedAsync(read.Id, ConferenceDrafts.Body("Fachtag, ganz anders"));

        var stale = await office.SendAsync<PublishConference>(new { id = read.Id }, null, null, ("If-Match", $"\"{read.Version}\""));

        stale.Refused(HttpStatusCode.PreconditionFailed, "edited-meanwhile");
        Assert.Equal(ConferenceState.Draft, (await office.SendAsync<GetOwnConference>(new { id = read.Id })).As<OwnConferenceResponse>().State);
        var current = await office.SendAsync<PublishConference>(new { id = read.Id }, null, null, ("If-Match", $"\"{now.Version}\""));
        Assert.Equal(ConferenceState.Published, current.As<OwnConferenceResponse>().State);
    }

    [Fact]
    public async Task A_draft_and_a_conference_for_others_are_not_there()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var draft = (await office.CreatedAsync(ConferenceDrafts.Body())).Id;
        var forBonn = (await office.PublishedAsync(ConferenceDrafts.Body(audiences: Audience.Tenant(DemoIds.Tenant("bonn"))))).Id;

        var bodies = new List<string>();
        foreach (var id in new[] { draft, forBonn, Guid.NewGuid() })
        {
            var answer = await hamm.SendAsync<GetConference>(new { id });
            answer.Refused(HttpStatusCode.NotFound, "not-found");
            bodies.Add(answer.Body);
        }

        Assert.Single(bodies.Distinct());
        Assert.Equal(forBonn, (await (await world.AppAsync("bonn")).SendAsync<GetConference>(new { id = forBonn })).As<ConferenceResponse>().Id);
    }

    [Fact]
    public async Task Publishing_again_replaces_the_rows_and_raises_the_sequence()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body("Fachtag, erste Fassung"))).Id;
        await office.ChangedAsync(id, ConferenceDrafts.Body("Fachtag, zweite Fassung"));

        var again = (await office.SendAsync<PublishConference>(new { id })).As<OwnConferenceResponse>();

        var seen = (await office.SendAsync<GetConference>(new { id })).As<ConferenceResponse>();
        Assert.Equal(("Fachtag, zweite Fassung", 1, false), (seen.Title, seen.Sequence, again.HasUnpublishedChanges));
        Assert.Equal(1, await world.InsideAsync("office", db => db.ReleasedConferences.CountAsync(row => row.ItemId == id, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Publishing_what_is_published_changes_nothing()
    {
        var office = await world.AppAsync("office");
        var published = await office.PublishedAsync(ConferenceDrafts.Body());

        var again = (await office.SendAsync<PublishConference>(new { id = published.Id })).As<OwnConferenceResponse>();

        Assert.Equal((published.Version, published.PublishedAt), (again.Version, again.PublishedAt));
        Assert.Equal(0, (await office.SendAsync<GetConference>(new { id = published.Id })).As<ConferenceResponse>().Sequence);
    }

    [Fact]
    public async Task An_audience_that_is_dropped_gets_410()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body())).Id;
        await office.ChangedAsync(id, ConferenceDrafts.Body(audiences: Audience.Tenant(DemoIds.Tenant("bonn"))));
        await office.SendAsync<PublishConference>(new { id });

        (await hamm.SendAsync<GetConference>(new { id })).Refused(HttpStatusCode.Gone, "withdrawn");
        (await world.Anonymous.SendAsync<GetConference>(new { id })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Refuses_a_conference_without_a_place()
    {
        var office = await world.AppAsync("office");
        var id = (await office.CreatedAsync(ConferenceDrafts.Body() with { Venue = null })).Id;

        var answer = await office.SendAsync<PublishConference>(new { id });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "conference-incomplete");
        Assert.Equal(["/venue"], answer.Pointers);
        (await office.SendAsync<GetConference>(new { id })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task More_seats_go_to_those_who_wait_and_fewer_than_taken_are_refused()
    {
        var office = await world.AppAsync("office");
        var hamm = await world.AppAsync("hamm");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 1))).Id;
        await hamm.RegisteredAsync(id, "Kim Beispiel");
        await hamm.RegisteredAsync(id, "Robin Muster");
        await hamm.RegisteredAsync(id, "Alex Probe");
        var last = await hamm.RegisteredAsync(id, "Toni Entwurf");

        await office.ChangedAsync(id, ConferenceDrafts.Body(capacity: 3));
        var grown = (await office.SendAsync<PublishConference>(new { id })).As<OwnConferenceResponse>();
        await office.ChangedAsync(id, ConferenceDrafts.Body(capacity: 2));
        var shrunk = await office.SendAsync<PublishConference>(new { id });

        Assert.Equal(new SeatsResponse(3, 0, 1, 10), grown.Seats);
        Assert.Equal(1, (await hamm.RegistrationAsync(last)).WaitingPosition);
        shrunk.Refused(HttpStatusCode.Conflict, "capacity-below-confirmed");
        Assert.Equal(new SeatsResponse(3, 0, 1, 10), await hamm.SeatsAsync(id));
    }
}
