using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using KoKo.Platform.Features.Conferences;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class ConferenceCalendarTests
{
    [Fact]
    public void Reads_back_as_it_was_written()
    {
        var row = ConferenceDrafts.Released(ConferenceDrafts.Body("Fachtag; Streit, Ärger & \\Wege"));

        var read = TheEvent(ConferenceCalendar.Of(row));

        Assert.Equal($"{row.ItemId}@conferences.koko-platform.example", read.Uid);
        Assert.Equal("Fachtag; Streit, Ärger & \\Wege", read.Summary);
        Assert.Equal(new DateTime(2031, 6, 12, 7, 30, 0, DateTimeKind.Utc), read.Start?.AsUtc);
        Assert.Equal(new DateTime(2031, 6, 12, 14, 30, 0, DateTimeKind.Utc), read.End?.AsUtc);
        Assert.Equal("Europe/Berlin", read.Start?.TzId);
        Assert.Equal("Haus der Beispiele, Musterweg 1, 00000 Musterstadt", read.Location);
        Assert.Equal(
            "Ein Tag zum Austausch über Konflikte in der Kommune.\n12.06. 09:30-10:00 Begrüßung (Saal)\n12.06. 10:00-12:00 Werkstatt Nachbarschaft (Raum 1)\n12.06. 10:00-12:00 Werkstatt Moderation (Raum 2)",
            read.Description);
    }

    [Fact]
    public void Carries_the_zone_it_speaks_of()
    {
        var text = ConferenceCalendar.Of(ConferenceDrafts.Released(ConferenceDrafts.Body()));

        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n", text, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETTO:+0200\r\n", text, StringComparison.Ordinal);
        Assert.Contains("TZOFFSETTO:+0100\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Berlin:20310612T093000\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    public void The_sequence_grows_with_every_publication(int publications, int sequence)
    {
        var row = ConferenceDrafts.Released(ConferenceDrafts.Body(), times: publications);

        Assert.Equal(sequence, TheEvent(ConferenceCalendar.Of(row)).Sequence);
    }

    [Fact]
    public void Text_cannot_begin_another_event()
    {
        const string attack = "Fachtag\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Falsch\u0000";
        var body = ConferenceDrafts.Body(attack) with { Summary = attack, Venue = new VenueBody(attack, attack) };

        var text = ConferenceCalendar.Of(ConferenceDrafts.Released(body));

        Assert.Single(LinesOf(text), line => line == "BEGIN:VEVENT");
        Assert.Single(LinesOf(text), line => line.StartsWith("SUMMARY", StringComparison.Ordinal));
        Assert.DoesNotContain(text, letter => char.IsControl(letter) && letter is not ('\r' or '\n'));
        Assert.Equal("Fachtag\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Falsch", TheEvent(text).Summary);
    }

    [Fact]
    public void Lines_fold_at_75_octets_and_never_inside_a_letter()
    {
        foreach (var shift in Enumerable.Range(0, 12))
        {
            var summary = new string('x', 60 + shift) + string.Concat(Enumerable.Repeat("😀ä€", 60));

            var text = ConferenceCalendar.Of(ConferenceDrafts.Released(ConferenceDrafts.Body() with { Summary = summary, Sessions = [] }));

            Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
            Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(summary, TheEvent(text).Description);
        }
    }

    [Fact]
    public void A_time_that_happens_twice_is_written_in_utc()
    {
        var body = ConferenceDrafts.Body() with { Starts = "2027-10-31T02:30+01:00", Ends = "2027-10-31T09:00", RegistrationCloses = null, Sessions = [] };

        var read = TheEvent(ConferenceCalendar.Of(ConferenceDrafts.Released(body)));

        Assert.Equal(new DateTime(2027, 10, 31, 1, 30, 0, DateTimeKind.Utc), read.Start?.AsUtc);
        Assert.Equal(new DateTime(2027, 10, 31, 8, 0, 0, DateTimeKind.Utc), read.End?.AsUtc);
    }

    internal static CalendarEvent TheEvent(string text) => Assert.Single(Calendar.Load(text)!.Events);

    private static string[] LinesOf(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
