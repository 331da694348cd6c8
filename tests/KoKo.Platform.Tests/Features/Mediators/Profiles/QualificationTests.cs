using KoKo.Platform.Features.Mediators.Profiles;

namespace KoKo.Platform.Tests.Features.Mediators.Profiles;

public sealed class QualificationTests
{
    [Theory]
    [InlineData("2024-03-01", "2028-03-01")]
    [InlineData("2024-02-29", "2028-02-29")]
    [InlineData("2023-12-31", "2027-12-31")]
    public void A_certificate_lasts_to_the_same_day_four_years_later(string issued, string ends) =>
        Assert.Equal(DateOnly.Parse(ends, System.Globalization.CultureInfo.InvariantCulture), Certificate(issued).EndsOn);

    [Fact]
    public void The_title_is_gone_the_day_after_the_last_day_and_the_entry_stays()
    {
        var certificate = Certificate("2024-03-01");

        Assert.True(certificate.IsCertificateOn(new DateOnly(2028, 3, 1)));
        Assert.Equal("certified_since_2024", certificate.SeenOn(new DateOnly(2028, 3, 1)).Kind);
        Assert.False(certificate.IsCertificateOn(new DateOnly(2028, 3, 2)));
        Assert.Equal(new Qualification("training_uncertified", "Institut", new DateOnly(2024, 3, 1), new DateOnly(2028, 3, 1)), certificate.SeenOn(new DateOnly(2028, 3, 2)));
    }

    [Fact]
    public void A_training_without_an_end_does_not_lapse() =>
        Assert.False(new Qualification("qvm", "Verbund", new DateOnly(2001, 1, 1), null).IsLapsed(new DateOnly(2035, 1, 1)));

    private static Qualification Certificate(string issued) =>
        new("certified_since_2024", "Institut", DateOnly.Parse(issued, System.Globalization.CultureInfo.InvariantCulture), null);
}
