using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

/// <summary>What a member hears of the searches she saved, over the days.</summary>
public sealed partial class RunSavedSearchesTests(MovedTime time) : IClassFixture<MovedTime>
{
    private readonly string word = SavedSearchCast.NewWord();

    private PlatformWorld World => time.World;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_mail_names_the_new_finds_of_every_search()
    {
        var (person, mail, other) = (await World.PersonAsync(Roles.Editor, "krefeld"), DemoTenants.Mail(Roles.Editor, "krefeld"), SavedSearchCast.NewWord());
        await PublishAsync($"Vorher {word}");
        await time.PassAsync(TimeSpan.FromMinutes(10));
        await person.SavedAsync(word, notify: true);
        await person.SavedAsync(other, notify: true);
        await person.SavedAsync("Nachtruhe"); // without mails
        var only = await PublishAsync($"Nachher {word}");
        for (var number = 1; number <= 12; number++)
        {
            await time.PassAsync(TimeSpan.FromMinutes(1));
            await PublishAsync($"Fall {number} {other}");
        }

        await time.NextDayAsync();

        var letter = Assert.Single(time.MailsTo(mail));
        Assert.Equal("Neues in 2 gemerkten Suchen", letter.Subject);
        var text = letter.TextBody!.ReplaceLineEndings("\n");
        Assert.Contains($"Meine Suche {word} (1 neuer Treffer)\n\n- Nachher {word}\n  http://localhost:5080/bibliothek/{only.Id}\n", text, StringComparison.Ordinal);
        Assert.Contains($"Meine Suche {other} (12 neue Treffer)\n\n- Fall 12 {other}\n", text, StringComparison.Ordinal);
        Assert.Contains($"… und 2 weitere:\n  http://localhost:5080/suche?q={other}&sort=newest\n", text, StringComparison.Ordinal);
        Assert.Contains("http://localhost:5080/gemerkte-suchen\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vorher", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nachtruhe", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Fall 2 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_twice_and_of_nothing_new_nothing_is_told()
    {
        var (person, mail) = (await World.PersonAsync(Roles.Reader, "krefeld"), DemoTenants.Mail(Roles.Reader, "krefeld"));
        await person.SavedAsync(word, notify: true);

        await time.NextDayAsync();
        Assert.Empty(time.MailsTo(mail));

        await PublishAsync($"Erster {word}");
        await time.NextDayAsync();
        await time.NextDayAsync();
        Assert.Single(time.MailsTo(mail));

        await PublishAsync($"Zweiter {word}");
        await time.NextDayAsync();
        Assert.Equal(["Erster", "Zweiter"], time.MailsTo(mail).Select(letter => letter.TextBody!.Contains("Erster", StringComparison.Ordinal) ? "Erster" : "Zweiter").Order());
        Assert.Single(await time.PlannedAsync("krefeld", mail));
    }

    [Fact]
    public async Task What_was_withdrawn_before_the_run_is_not_named()
    {
        var (person, mail) = (await World.PersonAsync(Roles.Auditor, "krefeld"), DemoTenants.Mail(Roles.Auditor, "krefeld"));
        await person.SavedAsync(word, notify: true);
        var (gone, _) = (await PublishAsync($"Gegangen {word}"), await PublishAsync($"Geblieben {word}"));
        await (await World.AppAsync("duisburg")).SendAsync<WithdrawPractice>(new { id = gone.Id });

        await time.NextDayAsync();

        var letter = Assert.Single(time.MailsTo(mail));
        Assert.Contains("(1 neuer Treffer)", letter.TextBody!, StringComparison.Ordinal);
        Assert.DoesNotContain("Gegangen", letter.TextBody!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audiences_of_the_run_decide()
    {
        var (person, mail) = (await World.PersonAsync(Roles.Reviewer, "krefeld"), DemoTenants.Mail(Roles.Reviewer, "krefeld"));
        await person.SavedAsync(word, notify: true);
        var narrowed = await PublishAsync($"Verengt {word}", "network");
        await PublishAsync($"Fremd {word}", $"tenant:{DemoIds.Tenant("duisburg")}");
        await (await World.AppAsync("duisburg")).PublishAsync(narrowed.Id, $"tenant:{DemoIds.Tenant("duisburg")}");

        await time.NextDayAsync();

        Assert.Empty(time.MailsTo(mail));
    }

    [Fact]
    public async Task What_an_audience_has_only_now_is_new_to_it_and_what_is_published_again_is_not()
    {
        var mail = DemoTenants.Mail(Roles.Releaser, "krefeld");
        string[] own = [$"tenant:{DemoIds.Tenant("duisburg")}"];
        var practice = await PublishAsync($"Geteilt {word}", own);
        await time.NextDayAsync();
        await (await World.PersonAsync(Roles.Releaser, "krefeld")).SavedAsync(word, notify: true);

        await (await World.AppAsync("duisburg")).PublishAsync(practice.Id, [.. own, "network"]);
        await time.NextDayAsync();
        Assert.Single(time.MailsTo(mail));

        await (await World.AppAsync("duisburg")).PublishAsync(practice.Id, [.. own, "network"]);
        await time.NextDayAsync();
        Assert.Single(time.MailsTo(mail));
    }

    [Fact]
    public async Task Mails_that_are_switched_on_tell_of_what_comes_from_then_on()
    {
        var (person, mail) = (await World.PersonAsync(Roles.Organiser, "krefeld"), DemoTenants.Mail(Roles.Organiser, "krefeld"));
        var saved = await person.SavedAsync(word);
        await PublishAsync($"Vorher {word}");
        await time.NextDayAsync();
        person = await World.PersonAsync(Roles.Organiser, "krefeld");
        await person.ChangeAsync(saved.Id, "Umbenannt", notify: true);
        await PublishAsync($"Nachher {word}");

        await time.NextDayAsync();

        var letter = Assert.Single(time.MailsTo(mail));
        Assert.Equal("Neues in Ihrer gemerkten Suche: Umbenannt", letter.Subject);
        Assert.DoesNotContain("Vorher", letter.TextBody!, StringComparison.Ordinal);
    }

    private async Task<PracticeResponse> PublishAsync(string title, params string[] audiences) =>
        await (await World.AppAsync("duisburg")).PublishedAsync(PracticeCast.Complete with { Title = title }, audiences);
}
