using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;
using MimeKit;

namespace KoKo.Platform.Tests.Replicas;

/// <summary>What happens after a write happens at every process, or at one of them, as it must.</summary>
[Collection(TwoProcessesTests.Name)]
public sealed class SharedWorkTests(TwoProcesses processes)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_publishes_and_withdraws_the_other_finds_and_loses()
    {
        var duisburg = await processes.AppAsync("duisburg");
        var krefeld = await processes.AppAsync("krefeld");
        for (var process = 0; process < 2; process++)
        {
            var (word, other) = ("w" + Guid.NewGuid().ToString("N"), 1 - process);
            var practice = await duisburg[process].PublishedAsync(PracticeCast.Complete with { Title = $"Nachtruhe {word}" });
            await FoundAsync(krefeld[other], word, 1);

            Assert.Equal(HttpStatusCode.NoContent, (await duisburg[other].SendAsync<WithdrawPractice>(new { id = practice.Id })).Status);

            (await krefeld[process].SendAsync<GetReleasedPractice>(new { id = practice.Id })).Refused(HttpStatusCode.Gone, "withdrawn");
            Assert.Equal(0, await CountAsync(krefeld[process], word));
            Assert.Equal(0, await CountAsync(krefeld[other], word));
        }
    }

    [Fact]
    public async Task Every_mail_is_written_by_one_of_them()
    {
        var hamm = await processes.AppAsync("hamm");
        var mails = Enumerable.Range(0, 40).Select(number => $"{number}-{Guid.NewGuid():N}@neu.example").ToList();

        var answers = await Task.WhenAll(mails.Select((mail, number) => hamm[number % 2].SendAsync<InviteMember>(body: new { name = "Neu Hier", mail, roles = new[] { Role.Reader } })));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        await EmptyAsync();
        Assert.Equal(mails.Order(StringComparer.Ordinal), Addressees().Where(mails.Contains).Order(StringComparer.Ordinal));
    }

    private static async Task FoundAsync(ApiClient client, string word, int count)
    {
        for (var attempt = 0; attempt < 600 && await CountAsync(client, word) != count; attempt++)
        {
            await Task.Delay(50, Stop);
        }

        Assert.Equal(count, await CountAsync(client, word));
    }

    private static async Task<int> CountAsync(ApiClient client, string word) => (await client.SendAsync<SearchNetwork>(query: new { q = word })).As<SearchNetworkResponse>().Items.Count;

    private async Task EmptyAsync()
    {
        using var all = processes.First.AsSuperuser();
        for (var attempt = 0; attempt < 1200 && all.Count("outbox_messages", "kind = 'invitation-letter'") > 0; attempt++)
        {
            await Task.Delay(50, Stop);
        }

        Assert.Equal(0, all.Count("outbox_messages", "kind = 'invitation-letter'"));
    }

    private IEnumerable<string> Addressees() => new[] { processes.First.MailFolder, Path.Combine(processes.Second.Data, "mail") }
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.eml"))
        .Select(file => MimeMessage.Load(file).To.Mailboxes.Single().Address);
}
