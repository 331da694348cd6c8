using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Conferences.Registrations;

[Refuses(nameof(ConferenceProblems.ConferenceStarted))]
internal sealed class CancelRegistration(PlatformDb db, OwnerContext owners, TimeProvider clock) : Endpoint<CancelRegistrationRequest>
{
    public override void Configure()
    {
        Delete("/conferences/{id:guid}/registrations/{registrationId:guid}");
        Summary(summary =>
        {
            summary.Summary = "Cancel my registration";
            summary.Description = "Gives the seat to whoever waits longest. Repeating it changes nothing. 409 conference-started once the conference has begun.";
        });
    }

    public override async Task HandleAsync(CancelRegistrationRequest request, CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, owners, clock, request.Id, request.RegistrationId, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }

    internal static async Task ExecuteAsync(PlatformDb db, OwnerContext owners, TimeProvider clock, Guid conferenceId, Guid registrationId, CancellationToken cancellationToken)
    {
        var own = await db.OwnRegistrations().AsNoTracking()
            .SingleOrDefaultAsync(registration => registration.ConferenceId == conferenceId && registration.Id == registrationId, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);
        var now = clock.GetUtcNow().UtcDateTime;

        await owners.RunAsync(
            new Owner(OwnerKind.Tenant, own.OwnerId),
            (services, ownersDb) => GiveBackAsync(services, ownersDb, own, now, cancellationToken),
            cancellationToken);
    }

    private static async Task<bool> GiveBackAsync(IServiceProvider services, PlatformDb db, Registration own, DateTime now, CancellationToken cancellationToken)
    {
        var ledger = await db.LockSeatsAsync(own.ConferenceId, cancellationToken) ?? throw new ProblemException(Problems.NotFound);
        var registration = await db.Registrations.SingleAsync(registration => registration.OwnerId == own.OwnerId && registration.Id == own.Id, cancellationToken);
        if (registration.IsCancelled)
        {
            return false;
        }

        ledger.GiveBack(registration, now);
        var place = registration.WaitingPosition;
        registration.Cancel(now);
        await db.SaveChangesAsync(cancellationToken);
        if (place is { } left)
        {
            await db.CloseUpAsync(ledger, behind: left, by: 1, cancellationToken);
        }

        await db.MoveUpAsync(ledger, services.GetRequiredService<Outbox>(), cancellationToken);
        await services.GetRequiredService<Publisher>().ShowSeatsAsync(ledger, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}

/// <summary>A registration of the caller.</summary>
public sealed record CancelRegistrationRequest
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }

    /// <summary>The registration.</summary>
    public Guid RegistrationId { get; init; }
}
