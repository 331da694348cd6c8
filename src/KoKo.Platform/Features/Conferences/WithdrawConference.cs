using FastEndpoints;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Conferences;

[Refuses(nameof(ConferenceProblems.NotPublished))]
internal sealed class WithdrawConference(PlatformDb db, Publisher publisher, Outbox outbox, TimeProvider clock) : Endpoint<WithdrawConferenceRequest>
{
    public override void Configure()
    {
        Delete("/tenant/conferences/{id:guid}/publication");
        Summary(summary =>
        {
            summary.Summary = "Withdraw a published conference of my tenant";
            summary.Description = "Nobody sees it or can register any more: 410 for those who saw it, 404 for all others. Registrations are kept for both sides; everybody who is registered or waits is told by mail. "
                + "409 conference-not-published where there is nothing to withdraw.";
        });
    }

    public override async Task HandleAsync(WithdrawConferenceRequest request, CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, publisher, outbox, clock, request.Id, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }

    internal static Task<Conference> ExecuteAsync(PlatformDb db, Publisher publisher, Outbox outbox, TimeProvider clock, Guid id, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                var conference = await db.OwnConferenceAsync(id, cancellationToken);
                var ledger = await db.LockSeatsAsync(id, cancellationToken);
                var now = clock.GetUtcNow().UtcDateTime;
                conference.Withdraw(now);
                ledger?.Close();
                if (ledger?.StartsAt > now) // of what is over nobody needs to hear
                {
                    await db.TellRegisteredAsync(ledger, SendWithdrawalNews.MessageKind, outbox, cancellationToken);
                }

                var owner = new Owner(OwnerKind.Tenant, conference.TenantId);
                await publisher.WithdrawAsync<ReleasedConference>(PublishConference.ItemKind, owner, id, cancellationToken);
                await publisher.ReleaseFactsAsync<ConferenceSeats>(owner, id, [], cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return conference;
            },
            cancellationToken);
}

/// <summary>A conference of the caller's tenant.</summary>
public sealed record WithdrawConferenceRequest
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }
}
