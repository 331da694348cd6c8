using KoKo.Platform.Foundation.Regions;

namespace KoKo.Platform.Tests.Foundation.Regions;

public sealed class RegionKeyTests
{
    [Theory]
    [InlineData("05", RegionLevel.Land, "05", null)]
    [InlineData("05374", RegionLevel.District, "05", "05374")]
    [InlineData("05974040", RegionLevel.Municipality, "05", "05974")]
    [InlineData("010535308", RegionLevel.Association, "01", "01053")]
    [InlineData("059740040040", RegionLevel.Municipality, "05", "05974")]
    public void Tells_what_a_key_names(string text, RegionLevel level, string land, string? district)
    {
        var key = RegionKey.Parse(text);

        Assert.Equal((level, land, district), (key.Level, key.Land, key.District));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5112000")]
    [InlineData("51120000000")]
    [InlineData("05112abc")]
    [InlineData("99112000")]
    [InlineData("17112000")]
    [InlineData("00112000")]
    [InlineData("٠٥١١٢٠٠٠")]
    [InlineData(" 05112000")]
    public void Refuses_what_is_no_key(string? text) => Assert.False(RegionKey.TryParse(text, out _));
}
