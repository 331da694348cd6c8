using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using KoKo.Platform.Client;
using KoKo.Platform.Tests.Architecture;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Contract;

public sealed class GeneratedClientTests(PlatformWorld world)
{
    [Fact]
    public void The_client_was_generated_from_the_committed_document()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Repository.Text("openapi/koko-platform.v1.json"))));

        Assert.True(hash == KoKoPlatformClient.DocumentHash, "The client is older than the document. Refresh it: deploy/bin/generate-client");
    }

    [Fact]
    public async Task Reads_pages_and_enums()
    {
        using var http = world.Http();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await world.AppAsync("office")).Token);
        var client = new KoKoPlatformClient(http);

        var page = await client.ListPracticesAsync(limit: 1, cancellationToken: TestContext.Current.CancellationToken);
        var practice = await client.GetPracticeAsync(Assert.Single(page.Items).Id, TestContext.Current.CancellationToken);

        Assert.Equal(page.Items.Single().State, practice.State);
        Assert.NotNull(page.NextCursor);
    }

    [Fact]
    public async Task Gives_refusals_with_their_code()
    {
        using var http = world.Http();
        var client = new KoKoPlatformClient(http);

        var refusal = await Assert.ThrowsAsync<ApiException<Problem>>(() => client.GetVocabularyAsync("nothing", TestContext.Current.CancellationToken));

        Assert.Equal("not-found", refusal.Result.Code);
    }
}
