using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Web;

/// <summary>Pages that everybody may open, and how a test reads one.</summary>
internal static class HubPages
{
    public static TheoryData<string> Public => ["/", "/suche", "/suche?q=Konflikt", "/impressum", "/datenschutz", "/barrierefreiheit", "/kommunen", "/kommunen/duisburg", "/mitmachen"];

    public static async Task<(HttpResponseMessage Answer, IDocument Page)> OpenAsync(this PlatformWorld world, string path)
    {
        using var http = world.Http();
        var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer, new HtmlParser().ParseDocument(html));
    }

    public static async Task<IDocument> PageAsync(this PlatformWorld world, string path)
    {
        var (answer, page) = await world.OpenAsync(path);
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return page;
        }
    }

    public static string Heading(this IDocument page) => Assert.Single(page.QuerySelectorAll("h1")).TextContent;
}
