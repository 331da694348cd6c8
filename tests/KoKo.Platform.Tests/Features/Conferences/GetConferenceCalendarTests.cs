using System.Net;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class GetConferenceCalendarTests(PlatformWorld world)
{
    [Fact]
    public async Task Can_be_read_back_and_replaced_by_a_later_one()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body("Fachtag für den Kalender"))).Id;
        var before = await office.SendAsync<GetConferenceCalendar>(new { id });
        await office.ChangedAsync(id, ConferenceDrafts.Body("Fachtag, verlegt") with { Starts = "2031-06-12T09:00" });
        await office.SendAsync<PublishConference>(new { id });

        var after = await office.SendAsync<GetConferenceCalendar>(new { id });

        Assert.Equal("text/calendar; charset=utf-8", after.ContentHeaders.ContentType?.ToString());
        Assert.Equal("konferenz-2031-06-12.ics", after.ContentHeaders.ContentDisposition?.FileName?.Trim('"'));
        var (first, second) = (ConferenceCalendarTests.TheEvent(before.Body), ConferenceCalendarTests.TheEvent(after.Body));
        Assert.Equal((first.Uid, 0, 1), (second.Uid, first.Sequence, second.Sequence));
        Assert.Equal(("Fachtag, verlegt", new DateTime(2031, 6, 12, 7, 0, 0, DateTimeKind.Utc)), (second.Summary, second.Start!.AsUtc));
    }

    [Fact]
    public async Task Text_that_was_sent_cannot_begin_another_event()
    {
        var office = await world.AppAsync("office");
        const string attack = "Ein Tag zum Austausch\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Falsch";
        var id = (await office.PublishedAsync(ConferenceDrafts.Body() with { Summary = attack, Venue = new VenueBody("Haus", attack) })).Id;

        var read = ConferenceCalendarTests.TheEvent((await office.SendAsync<GetConferenceCalendar>(new { id })).Body);

        Assert.StartsWith(attack.ReplaceLineEndings("\n"), read.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_there_for_strangers()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body())).Id;

        (await world.Anonymous.SendAsync<GetConferenceCalendar>(new { id })).Refused(HttpStatusCode.NotFound, "not-found");
    }
}
