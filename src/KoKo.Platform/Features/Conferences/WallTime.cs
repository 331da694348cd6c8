using System.Text.Json;
using System.Text.Json.Serialization;
using KoKo.Platform.Foundation.Http;
using NodaTime;
using NodaTime.Text;

namespace KoKo.Platform.Features.Conferences;

/// <summary>
/// A time as the clock on the wall of the place shows it. The offset follows from the zone, save in the hour that happens
/// twice when the clock is turned back: there it says which of the two is meant.
/// </summary>
[JsonConverter(typeof(WallTimeJson))]
internal readonly record struct WallTime(LocalDateTime Local, Offset Offset) : IComparable<WallTime>
{
    /// <summary>Minutes are enough; seconds may be written as zero, and an offset may follow.</summary>
    public const string Shape = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?(Z|[+-]\d{2}:\d{2})?$";

    private static readonly LocalDateTimePattern LocalPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly OffsetPattern OffsetPattern = OffsetPattern.CreateWithInvariantCulture("Z+HH:mm");
    private static readonly OffsetDateTimePattern WholePattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    public DateTime Utc => Local.WithOffset(Offset).ToInstant().ToDateTimeUtc();

    public static DateTimeZone? ZoneOf(string? id) => id is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>Reads what a person wrote for a zone; a time that does not exist there, or exists twice, is never guessed.</summary>
    /// <returns>The time, or the rule it breaks.</returns>
    public static (WallTime? Time, Problem? Broken) Read(string text, DateTimeZone zone)
    {
        if (text.Length < 16 || !LocalPattern.Parse(text[..16]).TryGetValue(default, out var local))
        {
            return (null, ConferenceProblems.NoTime);
        }

        var mapping = zone.MapLocal(local);
        if (mapping.Count == 0)
        {
            return (null, ConferenceProblems.LocalTimeSkipped);
        }

        var suffix = text[16..].StartsWith(":00", StringComparison.Ordinal) ? text[19..] : text[16..];
        if (suffix.Length == 0)
        {
            return mapping.Count == 1 ? (new WallTime(local, mapping.Single().Offset), null) : (null, ConferenceProblems.LocalTimeAmbiguous);
        }

        return OffsetPattern.Parse(suffix).TryGetValue(default, out var offset) && (mapping.First().Offset == offset || mapping.Last().Offset == offset)
            ? (new WallTime(local, offset), null)
            : (null, ConferenceProblems.OffsetMismatch);
    }

    /// <summary>What <see cref="ToString"/> wrote.</summary>
    public static WallTime Parse(string text)
    {
        var whole = WholePattern.Parse(text).Value;
        return new WallTime(whole.LocalDateTime, whole.Offset);
    }

    public bool IsAmbiguousIn(DateTimeZone zone) => zone.MapLocal(Local).Count > 1;

    public int CompareTo(WallTime other) => Utc.CompareTo(other.Utc);

    /// <summary>With the offset, so that it can be read without the zone: 2027-06-10T09:30:00+02:00.</summary>
    public override string ToString() => WholePattern.Format(Local.WithOffset(Offset));

    private sealed class WallTimeJson : JsonConverter<WallTime>
    {
        public override WallTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, WallTime value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
