using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Network.SavedSearches;

/// <summary>The daily run of a member's searches: one message for all of them, which begins with the first that is to be mailed and renews itself.</summary>
internal static class SavedSearchSchedule
{
    /// <summary>Plans tomorrow's run unless one is planned.</summary>
    /// <param name="after">The message that is being worked on; 0 without one. One that a worker has already may have looked before this change.</param>
    public static async Task RunDailyAsync(this Outbox outbox, PlatformDb db, Guid account, DateTime now, CancellationToken cancellationToken, long after = 0)
    {
        var owner = OwnerOf(db);
        var subject = MembershipOf(owner.Id, account);
        var planned = await db.OutboxMessages.AnyAsync(
            message => message.Kind == RunSavedSearches.Name && message.SubjectId == subject && message.Id > after && message.LeaseUntil == null,
            cancellationToken);
        if (!planned)
        {
            outbox.Enqueue(owner, RunSavedSearches.Name, subject, now.AddDays(1));
        }
    }

    public static void MailNews(this Outbox outbox, PlatformDb db, Guid account)
    {
        var owner = OwnerOf(db);
        outbox.Enqueue(owner, SendSearchNews.Name, MembershipOf(owner.Id, account));
    }

    public static Guid AccountOf(OutboxMessage message) => MembershipOf(message.OwnerId, message.SubjectId);

    // Messages of one subject wait for each other, and a person may be a member of two tenants: so the subject is both ids
    // in one, from which either gives the other back.
    private static Guid MembershipOf(Guid tenant, Guid account) =>
        new([.. tenant.ToByteArray().Zip(account.ToByteArray(), (one, other) => (byte)(one ^ other))]);

    private static Owner OwnerOf(PlatformDb db) => new(OwnerKind.Tenant, db.Context.Tenant?.Id ?? throw new TenantNotSetException());
}
