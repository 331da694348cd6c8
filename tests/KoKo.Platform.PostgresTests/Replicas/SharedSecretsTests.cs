using System.Net;
using System.Text.Json;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Replicas;

/// <summary>What one process issued is good at the other.</summary>
[Collection(TwoProcessesTests.Name)]
public sealed class SharedSecretsTests(TwoProcesses processes)
{
    [Fact]
    public async Task A_token_of_the_first_is_good_at_the_second()
    {
        var app = processes.AtSecond(await processes.First.AppAsync("duisburg"));
        var person = processes.AtSecond(await processes.First.PersonAsync(Roles.Editor, "krefeld"));

        Assert.Equal("duisburg", (await app.SendAsync<GetMe>()).Json.GetProperty("tenant").GetProperty("slug").GetString());
        Assert.Equal("krefeld", (await person.SendAsync<GetMe>()).Json.GetProperty("tenant").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_token_of_the_second_is_good_at_the_first()
    {
        using var http = processes.Second.Http();
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "demo-hamm"), new("client_secret", DemoWorld.Secret)]);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var token = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("access_token").GetString();

        var me = await new ApiClient(processes.First, token).SendAsync<GetMe>();

        Assert.Equal("hamm", me.Json.GetProperty("tenant").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_cookie_of_either_is_good_at_the_other()
    {
        var (first, second) = processes.Browser();
        var (later, other) = processes.Browser();
        using (first)
        using (second)
        using (later)
        using (other)
        {
            await first.SignInAsync(DemoTenants.Mail(Roles.Editor, "duisburg"));
            await other.SignInAsync(DemoTenants.Mail(Roles.Editor, "krefeld"));

            Assert.Contains("Duisburg", (await second.GetAsync("/mandant")).Text, StringComparison.Ordinal);
            Assert.Contains("Krefeld", (await later.GetAsync("/mandant")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_of_the_first_is_taken_by_the_second()
    {
        var (first, second) = processes.Browser();
        using (first)
        using (second)
        {
            var page = await first.GetAsync("/anmelden");

            var answer = await second.SubmitAsync(page, "anmelden", ("Mail", DemoTenants.Mail(Roles.Reader, "hamm")), ("Password", DemoWorld.Secret));

            Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, answer.Html);
            Assert.Contains("Hamm", (await first.GetAsync("/mandant")).Text, StringComparison.Ordinal);
        }
    }
}
