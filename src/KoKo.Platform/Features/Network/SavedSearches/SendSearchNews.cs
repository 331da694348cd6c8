using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Network.SavedSearches;

/// <summary>
/// The mail on what a run found, written from the state at the time of sending: what was withdrawn meanwhile is not in it, and
/// nobody gets it who left, or who switched the mails off.
/// </summary>
internal sealed class SendSearchNews(PlatformDb db, SearchNews news, SearchNewsLetter letter, Mailer mailer, TimeProvider clock) : IOutboxHandler
{
    public const string Name = "search-news";

    public string Kind => Name;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var account = SavedSearchSchedule.AccountOf(message);
        var searches = await DueAsync(account, cancellationToken);
        if (searches.Count == 0 || await db.FindReachableMemberAsync(account, clock.GetUtcNow().UtcDateTime, cancellationToken) is not { } member)
        {
            return;
        }

        await news.DemandCompleteAsync(searches.Max(saved => saved.SeenUntil), cancellationToken);
        var found = new List<FoundNews>();
        foreach (var saved in searches)
        {
            found.Add(await news.FindAsync(saved, saved.NewsSince, saved.SeenUntil, cancellationToken));
        }

        found.RemoveAll(one => one.Total == 0);
        if (found.Count > 0)
        {
            await mailer.SendAsync(letter.Of(message.Id, member, found), cancellationToken);
        }
    }

    private Task<List<SavedSearch>> DueAsync(Guid account, CancellationToken cancellationToken) => db.SavedSearches.AsNoTracking()
        .Where(saved => saved.AccountId == account && saved.Notify && saved.NewsSince < saved.SeenUntil)
        .OrderByDescending(saved => saved.CreatedAt)
        .ToListAsync(cancellationToken);
}
