using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Library;
using KoKo.Platform.Tests.World;
using MimeKit;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

/// <summary>The way out of the mails, for people and for mail programs.</summary>
public sealed class MailStopTests(MovedTime time) : IClassFixture<MovedTime>
{
    private PlatformWorld World => time.World;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_click_of_a_mail_program_ends_the_mails_of_this_member_alone()
    {
        var (letter, saved) = await LetterToAsync(Roles.Editor);
        var (_, others) = await LetterToAsync(Roles.Reader);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers[HeaderId.ListUnsubscribePost]);

        using var http = World.Http();
        using var form = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var answer = await http.PostAsync(PathIn(letter), form, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False((await (await World.PersonAsync(Roles.Editor, "bonn")).ReadAsync(saved)).As<SavedSearchResponse>().Notify);
        Assert.True((await (await World.PersonAsync(Roles.Reader, "bonn")).ReadAsync(others)).As<SavedSearchResponse>().Notify);
    }

    [Fact]
    public async Task Opening_the_link_asks_first_and_the_button_ends_the_mails_without_a_sign_in()
    {
        var (letter, saved) = await LetterToAsync(Roles.Reviewer);
        using var hub = new HubClient(World);

        var page = await hub.GetAsync(PathIn(letter).ToString());
        Assert.Contains("Mails zu gemerkten Suchen abbestellen", page.Text, StringComparison.Ordinal);
        Assert.True((await (await World.PersonAsync(Roles.Reviewer, "bonn")).ReadAsync(saved)).As<SavedSearchResponse>().Notify);

        var sent = await hub.SubmitAsync(page, page.Path);
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains("Sie bekommen keine E-Mails mehr", (await hub.GetAsync(sent.Location!.ToString())).Text, StringComparison.Ordinal);
        Assert.False((await (await World.PersonAsync(Roles.Reviewer, "bonn")).ReadAsync(saved)).As<SavedSearchResponse>().Notify);
    }

    [Fact]
    public async Task The_link_in_the_text_is_the_one_in_the_header()
    {
        var (letter, _) = await LetterToAsync(Roles.Auditor);

        Assert.Contains(letter.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>'), letter.TextBody!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_none_of_ours_is_not_found()
    {
        var (letter, saved) = await LetterToAsync(Roles.Releaser);
        using var http = World.Http();
        var path = PathIn(letter).ToString();

        foreach (var wrong in new[] { path[..^1], path + "A", "/gemerkte-suchen/abbestellen/x", $"/gemerkte-suchen/abbestellen/{saved}" })
        {
            using var shown = await http.GetAsync(new Uri(wrong, UriKind.Relative), Stop);
            using var sent = await http.PostAsync(new Uri(wrong, UriKind.Relative), new FormUrlEncodedContent([]), Stop);

            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, sent.StatusCode));
        }

        Assert.True((await (await World.PersonAsync(Roles.Releaser, "bonn")).ReadAsync(saved)).As<SavedSearchResponse>().Notify);
    }

    private static Uri PathIn(MimeMessage letter) => new(new Uri(letter.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).AbsolutePath, UriKind.Relative);

    private async Task<(MimeMessage Letter, Guid Saved)> LetterToAsync(Roles role)
    {
        var word = SavedSearchCast.NewWord();
        var saved = await (await World.PersonAsync(role, "bonn")).SavedAsync(word, notify: true);
        await (await World.AppAsync("duisburg")).PublishedAsync(PracticeCast.Complete with { Title = $"Neu {word}" });
        await time.NextDayAsync();
        return (Assert.Single(time.MailsTo(DemoTenants.Mail(role, "bonn"))), saved.Id);
    }
}
