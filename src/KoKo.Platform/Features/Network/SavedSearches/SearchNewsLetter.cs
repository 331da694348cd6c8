using System.Globalization;
using System.Text;
using KoKo.Platform.Features.Network.Pages;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Features.Network.SavedSearches;

/// <summary>The words of the mail: each search with its newest finds, and the ways to all of them, to change them and to end the mails.</summary>
internal sealed class SearchNewsLetter(MailStop stop, IOptions<PlatformOptions> platform)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public Letter Of(long messageId, Member member, IReadOnlyList<FoundNews> found)
    {
        var unsubscribe = LinkTo(stop.PathOf(member.TenantId, member.AccountId));
        return new Letter(messageId.ToString(CultureInfo.InvariantCulture), member.Mail, SubjectOf(found), TextOf(member.Name, found, unsubscribe)) { Unsubscribe = unsubscribe };
    }

    private Uri LinkTo(string path) => platform.Value.LinkTo(path);

    private static string SubjectOf(IReadOnlyList<FoundNews> found) => found is [var only]
        ? $"Neues in Ihrer gemerkten Suche: {only.Saved.Name}"
        : string.Create(German, $"Neues in {found.Count} gemerkten Suchen");

    private string TextOf(string name, IReadOnlyList<FoundNews> found, Uri unsubscribe)
    {
        var opening = found.Count == 1 ? "in Ihrer gemerkten Suche gibt es Neues." : "in Ihren gemerkten Suchen gibt es Neues.";
        var text = new StringBuilder($"Guten Tag {name},\n\n{opening}\n");
        foreach (var one in found)
        {
            Append(text, one);
        }

        text.Append(German, $"\nIhre gemerkten Suchen ansehen und ändern:\n{LinkTo("/gemerkte-suchen")}\n");
        return text.Append(German, $"\nDiese E-Mails abbestellen, ohne sich anzumelden:\n{unsubscribe}\n\nBitte antworten Sie nicht auf diese E-Mail.\n").ToString();
    }

    private void Append(StringBuilder text, FoundNews found)
    {
        text.Append(German, $"\n{found.Saved.Name} ({(found.Total == 1 ? "1 neuer Treffer" : string.Create(German, $"{found.Total:N0} neue Treffer"))})\n\n");
        foreach (var item in found.Items)
        {
            text.Append(German, $"- {item.Title}\n  {LinkTo(item.Path)}\n");
        }

        if (found.Total > found.Items.Count)
        {
            var all = new SearchLinks(found.Saved.Search).Sorted(SearchOrder.Newest);
            text.Append(German, $"… und {found.Total - found.Items.Count:N0} weitere:\n  {LinkTo(all)}\n");
        }
    }
}
