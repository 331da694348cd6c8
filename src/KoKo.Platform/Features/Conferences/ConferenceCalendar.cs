using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace KoKo.Platform.Features.Conferences;

/// <summary>A released conference as an iCalendar file (RFC 5545): one event, its programme in the description.</summary>
internal static class ConferenceCalendar
{
    public const string MediaType = "text/calendar; charset=utf-8";

    // The library describes a zone from some past day on; the rules then go on for ever.
    private static readonly DateTime RulesSince = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static string FileNameOf(ReleasedConference row) => string.Create(CultureInfo.InvariantCulture, $"konferenz-{row.Content.Starts.Local:yyyy-MM-dd}.ics");

    public static string Of(ReleasedConference row)
    {
        var zone = WallTime.ZoneOf(row.Content.Zone) ?? DateTimeZone.Utc;
        var calendar = new Ical.Net.Calendar { ProductId = "-//KoKo Platform//Conferences//DE", Method = "PUBLISH" };
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(row.Content.Zone, RulesSince, includeHistoricalData: false));
        calendar.Events.Add(new CalendarEvent
        {
            Uid = $"{row.ItemId}@conferences.koko-platform.example",
            Sequence = row.Sequence,
            DtStamp = new CalDateTime(row.PublishedAt, CalDateTime.UtcTzId),
            Summary = Plain(row.Content.Title),
            Description = Plain(DescriptionOf(row.Content)),
            Location = Plain(PlaceOf(row.Content)),
            Start = TimeOf(row.Content.Starts, zone),
            End = TimeOf(row.Content.Ends, zone),
        });
        return CalendarFolding.Refold(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    // RFC 5545 reads a local time that happens twice as the first one; in UTC there is nothing to guess.
    private static CalDateTime TimeOf(WallTime time, DateTimeZone zone) =>
        time.IsAmbiguousIn(zone) ? new CalDateTime(time.Utc, CalDateTime.UtcTzId) : new CalDateTime(time.Local.ToDateTimeUnspecified(), zone.Id);

    private static string DescriptionOf(ConferenceContent content)
    {
        var text = new StringBuilder(content.Summary);
        foreach (var session in content.Sessions.OrderBy(session => session.Starts).ThenBy(session => session.Ends))
        {
            text.Append('\n').Append(CultureInfo.InvariantCulture, $"{session.Starts.Local:dd.MM. HH:mm}-{session.Ends.Local:HH:mm} {session.Title}");
            text.Append(session.Room is null ? "" : $" ({session.Room})");
        }

        return text.Append(content.OnlineLink is null ? "" : $"\n\nOnline: {content.OnlineLink}").ToString();
    }

    private static string PlaceOf(ConferenceContent content) => string.Join(
        ", ",
        new[] { content.Venue?.Name, content.Venue?.Address?.ReplaceLineEndings(", "), content.Online ? "online" : null }.OfType<string>());

    /// <summary>Control characters cannot be escaped in a calendar; line feeds can.</summary>
    private static string Plain(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(rune => rune.Value == '\n' || !Rune.IsControl(rune)));
}
