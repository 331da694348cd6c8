using System.Text.Json;
using KoKo.Platform.Demo;

namespace KoKo.Platform.Tests.World;

internal static class ProcessClients
{
    /// <summary>The demo app of a tenant at another process than the world's.</summary>
    public static async Task<ApiClient> AppAsync(this HttpClient http, PlatformWorld world, string slug)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", DemoTenants.Of(slug).ClientId), new("client_secret", DemoWorld.Secret)]);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body);
        return new ApiClient(world, JsonDocument.Parse(body).RootElement.GetProperty("access_token").GetString(), http);
    }
}
