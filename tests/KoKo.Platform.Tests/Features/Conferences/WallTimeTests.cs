using KoKo.Platform.Features.Conferences;
using NodaTime;

namespace KoKo.Platform.Tests.Features.Conferences;

public sealed class WallTimeTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    [Theory]
    [InlineData("2027-06-10T09:30", "2027-06-10T09:30:00+02:00")]
    [InlineData("2027-12-10T09:30", "2027-12-10T09:30:00+01:00")]
    [InlineData("2027-06-10T09:30:00", "2027-06-10T09:30:00+02:00")]
    [InlineData("2027-06-10T09:30+02:00", "2027-06-10T09:30:00+02:00")]
    [InlineData("2027-10-31T02:30+02:00", "2027-10-31T02:30:00+02:00")]
    [InlineData("2027-10-31T02:30:00+01:00", "2027-10-31T02:30:00+01:00")]
    [InlineData("2027-03-28T03:00", "2027-03-28T03:00:00+02:00")]
    public void Is_read_in_its_zone(string text, string expected)
    {
        var (time, broken) = WallTime.Read(text, Berlin);

        Assert.Null(broken);
        Assert.Equal(expected, time.ToString());
        Assert.Equal(time, WallTime.Parse(expected));
    }

    [Theory]
    [InlineData("2027-03-28T02:30", "local-time-skipped")]
    [InlineData("2027-03-28T02:30+01:00", "local-time-skipped")]
    [InlineData("2027-10-31T02:30", "local-time-ambiguous")]
    [InlineData("2027-10-31T02:30+03:00", "offset-mismatch")]
    [InlineData("2027-06-10T09:30+01:00", "offset-mismatch")]
    [InlineData("2027-02-30T09:30", "no-time")]
    [InlineData("10.06.2027", "no-time")]
    [InlineData("", "no-time")]
    public void Is_never_guessed(string text, string code)
    {
        var (time, broken) = WallTime.Read(text, Berlin);

        Assert.Null(time);
        Assert.Equal(code, broken?.Code);
    }

    [Fact]
    public void The_two_hours_of_the_clock_turned_back_are_one_hour_apart()
    {
        var (summer, _) = WallTime.Read("2027-10-31T02:30+02:00", Berlin);
        var (winter, _) = WallTime.Read("2027-10-31T02:30+01:00", Berlin);

        Assert.Equal(new DateTime(2027, 10, 31, 0, 30, 0, DateTimeKind.Utc), summer?.Utc);
        Assert.Equal(new DateTime(2027, 10, 31, 1, 30, 0, DateTimeKind.Utc), winter?.Utc);
    }
}
