using System.Net;
using System.Text.Json;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Identity;

public sealed class AppTokenTests(PlatformWorld world)
{
    [Fact]
    public async Task No_scope_asked_for_is_all_that_the_app_has()
    {
        var token = await TokenAsync(DemoWorld.Secret, scope: null);

        Assert.Equal(Scope.Descriptions.Keys.Order(), token.GetProperty("scope").GetString()!.Split(' ').Order());
    }

    [Theory]
    [InlineData("library:read library:everything", DemoWorld.Secret, "invalid_scope")]
    [InlineData("library:read", "wrong-secret", "invalid_client")]
    public async Task What_the_app_does_not_have_is_refused(string scope, string secret, string error)
    {
        var answer = await TokenAsync(secret, scope);

        Assert.Equal(error, answer.GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_garbage_token_is_no_anonymous_call()
    {
        var answer = await new ApiClient(world, "garbage").SendAsync<ListVocabularies>();

        answer.Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    private async Task<JsonElement> TokenAsync(string secret, string? scope)
    {
        using var http = world.Http();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string?>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "demo-duisburg",
            ["client_secret"] = secret,
            ["scope"] = scope,
        });
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }
}
