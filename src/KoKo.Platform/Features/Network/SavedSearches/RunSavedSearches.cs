using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Network.SavedSearches;

/// <summary>
/// Once a day for every member with searches that are to be mailed: looks for news, moves the marks, and puts one mail for all
/// of them into the outbox, all or nothing. Where the index is asked, no transaction is open; where it does not answer, the
/// marks stay and the worker tries again. Who was faster has moved the marks, and the other one does nothing.
/// </summary>
internal sealed class RunSavedSearches(PlatformDb db, SearchNews news, Outbox outbox, TimeProvider clock) : IOutboxHandler
{
    public const string Name = "run-saved-searches";

    public string Kind => Name;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var account = SavedSearchSchedule.AccountOf(message);
        var now = clock.GetUtcNow().UtcDateTime;
        var seen = await LookAsync(account, now, cancellationToken);
        await db.InTransactionAsync(
            async () =>
            {
                var searches = await Mailed(account).ToListAsync(cancellationToken);
                if (searches.Count == 0)
                {
                    return false; // it begins again with the next one that is to be mailed
                }

                // a mail that waits behind this message is of this very run: it was done, and the worker died before it said so
                if (!await db.OutboxMessages.AnyAsync(waiting => waiting.Kind == SendSearchNews.Name && waiting.SubjectId == message.SubjectId, cancellationToken)
                    && Remember(searches, seen))
                {
                    outbox.MailNews(db, account);
                }

                await db.SaveChangesAsync(cancellationToken); // the mail before the next run, which waits for it
                await outbox.RunDailyAsync(db, account, now, cancellationToken, message.Id);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private IQueryable<SavedSearch> Mailed(Guid account) => db.SavedSearches.Where(saved => saved.AccountId == account && saved.Notify);

    private async Task<IReadOnlyList<Seen>> LookAsync(Guid account, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.FindReachableMemberAsync(account, now, cancellationToken) is null)
        {
            return [];
        }

        var until = await news.CompleteUntilAsync(now, cancellationToken);
        List<Seen> seen = [];
        foreach (var saved in await Mailed(account).AsNoTracking().Where(saved => saved.SeenUntil < until).ToListAsync(cancellationToken))
        {
            var found = await news.FindAsync(saved, saved.SeenUntil, until, cancellationToken);
            seen.Add(new Seen(saved.Id, saved.SeenUntil, until, found.Total > 0));
        }

        return seen;
    }

    private static bool Remember(List<SavedSearch> searches, IReadOnlyList<Seen> seen)
    {
        var hasNews = false;
        foreach (var saved in searches)
        {
            if (seen.SingleOrDefault(one => one.Id == saved.Id) is not { } looked)
            {
                saved.ForgetNews();
            }
            else if (looked.From == saved.SeenUntil)
            {
                saved.SeeUntil(looked.Until, looked.HasNews);
                hasNews |= looked.HasNews;
            }
        }

        return hasNews;
    }

    private sealed record Seen(Guid Id, DateTime From, DateTime Until, bool HasNews);
}
