using System.Net;
using AngleSharp.Html.Parser;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Web;

public sealed class ErrorPagesTests(PlatformWorld world)
{
    [Theory]
    [InlineData("/nichts")]
    [InlineData("/nichts/tiefer?q=1")]
    [InlineData("/fehler/500")]
    [InlineData("/fehler/kaputt")]
    public async Task Answers_an_address_that_is_none_with_a_page(string path)
    {
        var (answer, page) = await world.OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Diese Seite gibt es nicht", page.Heading());
    }

    [Fact]
    public async Task Leads_back_to_what_was_asked_for_after_signing_in()
    {
        var (_, page) = await world.OpenAsync("/nichts");

        Assert.Equal("/anmelden?ReturnUrl=%2Fnichts", page.QuerySelector(".koko-header__account a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Leaves_the_answers_of_the_API_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/nichts", UriKind.Relative));

        var answer = await world.Anonymous.SendAsync(request);

        answer.Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Answers_a_form_without_its_token_with_a_page()
    {
        using var http = world.Http();
        using var form = new FormUrlEncodedContent([new("a", "b")]);

        using var answer = await http.PostAsync(new Uri("/", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Diese Anfrage war nicht lesbar", page.Heading());
    }
}
