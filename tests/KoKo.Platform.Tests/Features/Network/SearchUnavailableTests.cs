using System.Net;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace KoKo.Platform.Tests.Features.Network;

/// <summary>A platform whose index folder cannot be made: everything else goes on.</summary>
public sealed class SearchUnavailableTests : IDisposable
{
    private readonly TestData data = new();
    private readonly WebApplicationFactory<Program> factory;

    public SearchUnavailableTests()
    {
        File.WriteAllText(Path.Combine(data.Folder, "search"), "not a folder");
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseEnvironment("Development")
            .UseData(data)
            .UseSetting("Logging:LogLevel:Default", "None"));
    }

    [Fact]
    public async Task Answers_503_with_a_time_to_come_back_and_goes_on_otherwise()
    {
        using var http = factory.CreateClient();

        using var search = await http.GetAsync(new Uri("/v1/search?q=x", UriKind.Relative), TestContext.Current.CancellationToken);
        using var page = await http.GetAsync(new Uri("/suche?q=x", UriKind.Relative), TestContext.Current.CancellationToken);
        using var other = await http.GetAsync(new Uri("/v1/vocabularies", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, search.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), search.Headers.RetryAfter?.Delta);
        var answer = new ApiAnswer(search.StatusCode, await search.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), search.Headers, search.Content.Headers);
        Assert.Equal("search-unavailable", answer.Code);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    public void Dispose()
    {
        factory.Dispose();
        data.Dispose();
    }
}
