using FastEndpoints;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Conferences;

[AcceptsIfMatch]
[Refuses(nameof(ConferenceProblems.Incomplete), nameof(ConferenceProblems.CapacityBelowConfirmed))]
internal sealed class PublishConference(PlatformDb db, Publisher publisher, Outbox outbox, TimeProvider clock) : Endpoint<PublishConferenceRequest, OwnConferenceResponse>
{
    /// <summary>The kind under which indexers know it.</summary>
    internal const string ItemKind = "conference";

    public override void Configure()
    {
        Post("/tenant/conferences/{id:guid}/publication");
        Summary(summary =>
        {
            summary.Summary = "Publish a conference of my tenant";
            summary.Description = "Shows the working copy to its audiences and opens registration. Publishing again replaces what they see; more seats go to those who wait. "
                + "Where it was withdrawn, everybody who is registered or waits is told by mail that it is on again. "
                + "409 capacity-below-confirmed where more people have a seat than there are to be.";
        });
    }

    public override async Task HandleAsync(PublishConferenceRequest request, CancellationToken cancellationToken)
    {
        var (conference, ledger) = await ExecuteAsync(db, publisher, outbox, clock, request.Id, HttpContext.CheckMatch, cancellationToken);

        HttpContext.SetETag(conference.Version);
        await Send.OkAsync(OwnConferenceResponse.Of(conference, ledger), cancellationToken);
    }

    /// <param name="check">Refuses the version it is given where the caller read another one.</param>
    internal static Task<(Conference Conference, SeatLedger Ledger)> ExecuteAsync(
        PlatformDb db, Publisher publisher, Outbox outbox, TimeProvider clock, Guid id, Action<int> check, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                var conference = await db.OwnConferenceAsync(id, cancellationToken);
                check(conference.Version);
                await db.DemandAudiencesAsync(conference.Content.Audiences, cancellationToken);
                var ledger = await db.LockSeatsAsync(id, cancellationToken);
                var wasWithdrawn = conference.State == ConferenceState.Withdrawn;
                conference.Publish(clock.GetUtcNow().UtcDateTime);
                ledger ??= db.SeatLedgers.Add(new SeatLedger(conference)).Entity;
                ledger.Open(conference.Content);
                await db.SaveChangesAsync(cancellationToken);

                await db.MoveUpAsync(ledger, outbox, cancellationToken);
                await ReleaseAsync(db, publisher, conference, ledger, cancellationToken);
                if (wasWithdrawn)
                {
                    await db.TellRegisteredAsync(ledger, SendRegistrationAnswer.MessageKind, outbox, cancellationToken);
                }

                await db.SaveChangesAsync(cancellationToken);
                return (conference, ledger);
            },
            cancellationToken);

    private static async Task ReleaseAsync(PlatformDb db, Publisher publisher, Conference conference, SeatLedger ledger, CancellationToken cancellationToken)
    {
        var organiser = db.Context.Tenant ?? throw new TenantNotSetException();
        var owner = new Owner(OwnerKind.Tenant, organiser.Id);
        var rows = ReleasedConference.RowsOf(conference, organiser);
        await publisher.ReleaseAsync(ItemKind, owner, conference.Id, rows, cancellationToken);
        await publisher.ReleaseFactsAsync<ConferenceSeats>(owner, conference.Id, [.. rows.Select(row => new ConferenceSeats(row, ledger))], cancellationToken);
    }
}

/// <summary>A conference of the caller's tenant.</summary>
public sealed record PublishConferenceRequest
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }
}
