using KoKo.Platform.Demo;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;
using KoKo.Platform.Foundation.Search.Lucene;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

/// <summary>The same when something is in the way: two workers, a worker that died, no search engine, nobody to write to.</summary>
public sealed partial class RunSavedSearchesTests
{
    [Fact]
    public async Task Two_runs_at_once_send_one_mail()
    {
        var (person, mail) = (await World.PersonAsync(Roles.Editor, "soest"), DemoTenants.Mail(Roles.Editor, "soest"));
        await person.SavedAsync(word, notify: true);
        await PublishAsync($"Neu {word}");
        await time.PassAsync(TimeSpan.FromMinutes(10));
        var run = Assert.Single(await time.PlannedAsync("soest", mail));

        await Task.WhenAll(time.RunAsync(run), time.RunAsync(run));

        Assert.Equal(1, await World.InsideAsync("soest", db => db.OutboxMessages.CountAsync(message => message.Kind == SendSearchNews.Name && message.SubjectId == run.SubjectId, Stop)));
        await time.NextDayAsync();
        Assert.Single(time.MailsTo(mail));
        Assert.Single(await time.PlannedAsync("soest", mail));
    }

    [Fact]
    public async Task A_run_that_is_repeated_because_its_worker_died_loses_no_mail()
    {
        var (person, mail) = (await World.PersonAsync(Roles.Reader, "soest"), DemoTenants.Mail(Roles.Reader, "soest"));
        await person.SavedAsync(word, notify: true);
        await PublishAsync($"Neu {word}");
        await time.PassAsync(TimeSpan.FromMinutes(10));
        var run = Assert.Single(await time.PlannedAsync("soest", mail));

        await time.RunAsync(run);
        await time.PassAsync(TimeSpan.FromMinutes(10));
        await time.RunAsync(run);
        await time.NextDayAsync();

        Assert.Contains($"Neu {word}", Assert.Single(time.MailsTo(mail)).TextBody!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_answer_of_the_search_the_mark_stays_and_the_news_comes_later()
    {
        var (person, mail) = (await World.PersonAsync(Roles.Auditor, "soest"), DemoTenants.Mail(Roles.Auditor, "soest"));
        var saved = await person.SavedAsync(word, notify: true);
        await PublishAsync($"Neu {word}");
        await time.PassAsync(TimeSpan.FromMinutes(10));
        var run = Assert.Single(await time.PlannedAsync("soest", mail));
        var before = await MarkAsync(saved.Id);

        await Assert.ThrowsAnyAsync<SearchUnavailableException>(() => RunWithoutSearchAsync(run));

        Assert.Equal(before, await MarkAsync(saved.Id));
        Assert.Equal(run.Id, Assert.Single(await time.PlannedAsync("soest", mail)).Id);
        await time.NextDayAsync();
        Assert.Single(time.MailsTo(mail));
    }

    [Fact]
    public async Task Whose_membership_has_ended_gets_no_mail()
    {
        var (person, mail) = (await World.PersonAsync(Roles.Reviewer, "soest"), DemoTenants.Mail(Roles.Reviewer, "soest"));
        await person.SavedAsync(word, notify: true);
        await PublishAsync($"Neu {word}");
        await EndAsync(mail, new DateOnly(2027, 1, 1));

        await time.NextDayAsync();
        Assert.Empty(time.MailsTo(mail));

        await EndAsync(mail, null);
        await time.NextDayAsync();
        Assert.Single(time.MailsTo(mail));
    }

    [Fact]
    public async Task A_tenant_that_rests_writes_to_nobody()
    {
        var (person, mail) = (await World.PersonAsync(Roles.Reader, "kreis-olpe"), DemoTenants.Mail(Roles.Reader, "kreis-olpe"));
        await person.SavedAsync(word, notify: true);
        await PublishAsync($"Neu {word}");
        await SuspendAsync("kreis-olpe");

        await time.NextDayAsync();

        Assert.Empty(time.MailsTo(mail));
    }

    private async Task RunWithoutSearchAsync(OutboxMessage message)
    {
        var noFolder = Path.GetTempFileName(); // a file where the folder of the index would be
        try
        {
            using var index = new LuceneSearchIndex(noFolder, GermanWords.Curated);
            await using var scope = await World.Services.GetRequiredService<TenantScopes>().OpenAsync(message.Owner, Stop);
            var services = scope.ServiceProvider;
            var (db, sources) = (services.GetRequiredService<PlatformDb>(), services.GetServices<ISearchDocumentSource>().ToList());
            var lag = new IndexLag(index, db, sources);
            var visible = new VisibleHits(db, sources, lag, NullLogger<VisibleHits>.Instance);
            var news = new SearchNews(db, new NetworkSearch(index, db, sources, visible, services.GetRequiredService<Cursors>()), visible, lag, sources);
            await new RunSavedSearches(db, news, services.GetRequiredService<Outbox>(), services.GetRequiredService<TimeProvider>()).HandleAsync(message, Stop);
        }
        finally
        {
            File.Delete(noFolder);
        }
    }

    private Task<DateTime> MarkAsync(Guid id) => World.InsideAsync("soest", db => db.SavedSearches.Where(saved => saved.Id == id).Select(saved => saved.SeenUntil).SingleAsync(Stop));

    private Task<int> EndAsync(string mail, DateOnly? day) => World.InsideAsync("soest", async db =>
    {
        var member = await db.MemberHereAsync(DemoIds.Account(mail), Stop);
        member.Change(member.Name, member.Roles, day);
        return await db.SaveChangesAsync(Stop);
    });

    private Task<int> SuspendAsync(string slug) => World.InsideAsync("office", db =>
        db.Tenants.Where(row => row.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, TenantState.Suspended), Stop));
}
