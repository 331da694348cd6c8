using System.Diagnostics;
using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Tests.World;
using Npgsql;

namespace KoKo.Platform.Tests.Faults;

/// <summary>PostgreSQL breaks away under a running platform and comes back; nobody restarts the platform.</summary>
public sealed class LostDatabaseTests(PlatformOnItsOwnServer own, PlatformWorld world) : IClassFixture<PlatformOnItsOwnServer>
{
    private const int Writers = 200;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ended backends")]
    [InlineData("a killed backend")]
    [InlineData("a crash")]
    public async Task Answers_are_success_or_503_and_what_was_acknowledged_is_there(string fault)
    {
        Assert.SkipWhen(PlatformOnItsOwnServer.Missing is not null, PlatformOnItsOwnServer.Missing ?? "");
        var clients = new Dictionary<string, ApiClient> { ["duisburg"] = await AppAsync("duisburg"), ["krefeld"] = await AppAsync("krefeld") };
        var journal = new Journal(slug => clients[slug]);

        using var broken = new CancellationTokenSource();
        var writing = journal.WriteAsync(Writers, broken.Token);
        await journal.AcknowledgedAsync(40);
        Break(fault);
        await broken.CancelAsync();
        await writing;
        await RecoveredAsync();

        Assert.Equal(journal.Written, journal.Answers.Count);
        Assert.True(journal.Answers.All(answer => answer.Status is HttpStatusCode.Created or HttpStatusCode.ServiceUnavailable), own.Platform.Output);
        Assert.All(journal.Answers, RequireSuccessOrUnavailable);
        Assert.Contains(journal.Answers, answer => answer.Status == HttpStatusCode.ServiceUnavailable);
        using var all = new Sql(own.Superuser);
        RequireKept(journal, all);
        Assert.All(await journal.RepeatAsync(), answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        RequireKept(journal, all);
        foreach (var (slug, other) in (IEnumerable<(string, string)>)[("duisburg", "krefeld"), ("krefeld", "duisburg")])
        {
            var list = (await clients[slug].SendAsync<ListPractices>(query: new { limit = 100 })).Body;
            Assert.Contains(journal.TitlesOf(slug), list, StringComparison.Ordinal);
            Assert.DoesNotContain(journal.TitlesOf(other), list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_database_it_is_alive_and_not_ready_and_says_when_to_come_back()
    {
        Assert.SkipWhen(PlatformOnItsOwnServer.Missing is not null, PlatformOnItsOwnServer.Missing ?? "");
        var duisburg = await AppAsync("duisburg");
        own.Cluster.Stop();
        try
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/live"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/health/ready"));
            RequireUnavailable(await duisburg.SendAsync<ListPractices>());
            RequireUnavailable(await duisburg.SendAsync<CreatePractice>(body: new { title = "Nachtruhe am Platz" }));
            RequireUnavailable(await duisburg.SendAsync<CreatePractice>(body: new { title = "Nachtruhe am Platz" }, headers: ("Idempotency-Key", $"{Guid.NewGuid()}")));
            RequireUnavailable(await TokenAsync());
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/bibliothek"));
        }
        finally
        {
            own.Cluster.Start();
        }

        await RecoveredAsync();
        Assert.Equal(HttpStatusCode.OK, (await duisburg.SendAsync<ListPractices>()).Status);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/bibliothek"));
    }

    private static void RequireSuccessOrUnavailable(ApiAnswer answer)
    {
        if (answer.Status != HttpStatusCode.Created)
        {
            RequireUnavailable(answer);
        }
    }

    private static void RequireUnavailable(ApiAnswer answer)
    {
        answer.Refused(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    private static void RequireKept(Journal journal, Sql all)
    {
        var stored = journal.Stored(all);
        Assert.Empty(journal.Acknowledged.Except(stored));
        Assert.Equal(stored.Distinct(), stored);
        Assert.Empty(journal.Strayed(all));
    }

    private void Break(string fault)
    {
        switch (fault)
        {
            case "ended backends":
                using (var all = new Sql(own.Superuser))
                {
                    all.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'koko_platform'");
                }

                break;
            case "a killed backend":
                KillOne();
                break;
            default:
                own.Cluster.Crash();
                break;
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>kill -9: the server then ends all others, too, because their shared memory may be damaged.</summary>
    private void KillOne()
    {
        int process;
        using (var all = new Sql(own.Superuser))
        {
            process = all.Scalar<int>("SELECT pid FROM pg_stat_activity WHERE usename = 'koko_platform' ORDER BY state = 'active' DESC LIMIT 1");
        }

        using var backend = Process.GetProcessById(process);
        backend.Kill();
    }

    private Task<ApiClient> AppAsync(string slug) => own.Http.AppAsync(world, slug);

    private async Task<ApiAnswer> TokenAsync()
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "demo-duisburg"), new("client_secret", "demo-secret")]);
        using var answer = await own.Http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, Stop);
        return new ApiAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop), answer.Headers, answer.Content.Headers);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await own.Http.GetAsync(new Uri(path, UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    private async Task RecoveredAsync()
    {
        for (var attempt = 0; attempt < 300 && await StatusAsync("/health/ready") != HttpStatusCode.OK; attempt++)
        {
            await Task.Delay(200, Stop);
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/ready"));
    }
}
