using KoKo.Platform.Tests.World;
using MimeKit;

namespace KoKo.Platform.Tests.Faults;

/// <summary>kill -9 of the platform in the middle of many writes, and a start on what is left.</summary>
public sealed class KilledProcessTests(PlatformWorld world)
{
    private const int Writers = 200;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_the_outbox_goes_on()
    {
        using var data = new TestData();
        await using var platform = new PlatformProcess(data.Settings, "Development");
        await platform.ServeAsync("--Limits:Concurrent=1000");
        using var http = platform.Http();
        var clients = new Dictionary<string, ApiClient> { ["duisburg"] = await http.AppAsync(world, "duisburg"), ["krefeld"] = await http.AppAsync(world, "krefeld") };
        var journal = new Journal(slug => clients[slug]);

        var writing = journal.WriteAsync(Writers, Stop); // until the kill, after which nobody gets an answer
        await journal.AcknowledgedAsync(60);
        await platform.StopAsync();
        await writing;

        using var all = new Sql(platform.Superuser());
        Assert.True(journal.Answers.Count < journal.Written, "Everything was answered before the kill, so nothing was tested.");
        RequireKept(journal, all);
        await platform.ServeAsync("--Limits:Concurrent=1000");
        var repeated = await journal.RepeatAsync();
        Assert.All(repeated, answer => Assert.Equal(System.Net.HttpStatusCode.Created, answer.Status));
        RequireKept(journal, all);
        await RequireMailsAsync(journal, all, platform);
    }

    private static void RequireKept(Journal journal, Sql all)
    {
        var stored = journal.Stored(all);
        Assert.Empty(journal.Acknowledged.Except(stored));
        Assert.Equal(stored.Distinct(), stored);
        Assert.Empty(journal.Strayed(all));
    }

    /// <summary>Every invitation that is stored, acknowledged or not, has its one mail.</summary>
    private static async Task RequireMailsAsync(Journal journal, Sql all, PlatformProcess platform)
    {
        all.Execute("UPDATE outbox_messages SET lease_until = now() WHERE lease_until IS NOT NULL"); // as if the lease of the dead had ended
        for (var attempt = 0; attempt < 1200 && all.Count("outbox_messages", "kind = 'invitation-letter'") > 0; attempt++)
        {
            await Task.Delay(50, Stop);
        }

        var mails = Directory.EnumerateFiles(Path.Combine(platform.Data, "mail"), "*.eml").Select(file => MimeMessage.Load(file).To.Mailboxes.Single().Address).Where(journal.IsMine);
        Assert.Equal(journal.Stored(all).Where(Journal.IsInvitation).Order(StringComparer.Ordinal), mails.Order(StringComparer.Ordinal));
    }
}
