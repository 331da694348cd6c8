using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Web;

public sealed class SecurityHeadersTests(PlatformWorld world)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/nichts")]
    [InlineData("/v1/nichts")]
    [InlineData("/css/hub.css")]
    public async Task Allows_nothing_but_own_styles_fonts_and_pictures(string path)
    {
        var headers = (await world.OpenAsync(path)).Answer.Headers;

        Assert.Equal(
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
            Assert.Single(headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("camera=(), geolocation=(), microphone=(), payment=(), usb=()", Assert.Single(headers.GetValues("Permissions-Policy")));
    }

    [Fact]
    public async Task Lets_no_cache_keep_a_page_unasked()
    {
        var (answer, _) = await world.OpenAsync("/");

        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
    }
}
