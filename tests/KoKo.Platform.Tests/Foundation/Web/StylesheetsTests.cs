using System.Net;
using KoKo.Platform.Foundation.Web;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Tests.Foundation.Web;

public sealed class StylesheetsTests(PlatformWorld world)
{
    [Fact]
    public async Task Links_stylesheets_that_are_there_and_may_be_kept_for_good()
    {
        var page = await world.PageAsync("/");

        var links = page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.Matches("[?]v=[0-9a-f]{12}$", link);
            var (answer, _) = await world.OpenAsync(link);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
        }
    }

    [Fact]
    public void Falls_back_to_its_own_style_without_KERN()
    {
        var environment = world.Services.GetRequiredService<IWebHostEnvironment>();
        var stylesheets = new Stylesheets(environment, Options.Create(new HubOptions { UseKern = false }));

        var files = stylesheets.Hrefs.Select(href => href.Split('?')[0]);

        Assert.Equal(["css/fallback.css", "css/hub.css"], files);
    }
}
