using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Conferences.Registrations;

[SendsETag]
[Refuses(nameof(ConferenceProblems.RegistrationClosed), nameof(ConferenceProblems.ConferenceFull), nameof(ConferenceProblems.AlreadyRegistered), nameof(Problems.Withdrawn))]
internal sealed class RegisterForConference(PlatformDb db, OwnerContext owners, TimeProvider clock) : Endpoint<RegisterForConferenceRequest, RegistrationResponse>
{
    public override void Configure()
    {
        Post("/conferences/{id:guid}/registrations");
        Description(builder => builder.ClearDefaultProduces(StatusCodes.Status200OK).Produces<RegistrationResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Register for a conference";
            summary.Description = "Takes a seat or, where none is left, a place on the waiting list; the status says which. "
                + "A person registers herself, once per conference. An app registers people of its tenant, each name once. "
                + "409 conference-full where the waiting list is off or full, registration-closed after the deadline, already-registered for a second time.";
        });
    }

    public override async Task HandleAsync(RegisterForConferenceRequest request, CancellationToken cancellationToken)
    {
        var registration = await ExecuteAsync(db, owners, clock, request.Id, request.ToParticipant(), cancellationToken);

        HttpContext.SetETag(registration.Version);
        await Send.CreatedAtAsync<GetOwnRegistration>(new { id = registration.ConferenceId, registrationId = registration.Id }, RegistrationResponse.Of(registration), cancellation: cancellationToken);
    }

    /// <summary>Looks with the caller's eyes, then writes in the owner's context.</summary>
    internal static async Task<Registration> ExecuteAsync(PlatformDb db, OwnerContext owners, TimeProvider clock, Guid conferenceId, Participant participant, CancellationToken cancellationToken)
    {
        var conference = await db.ReadConferenceAsync(conferenceId, cancellationToken);
        var party = RegistrationParty.Of(db.Context) ?? throw new ProblemException(Problems.Unauthenticated);
        var now = clock.GetUtcNow().UtcDateTime;

        return await owners.RunAsync(
            new Owner(OwnerKind.Tenant, conference.PublisherId),
            (services, ownersDb) => TakeSeatAsync(services, ownersDb, conferenceId, party, participant, now, cancellationToken),
            cancellationToken);
    }

    private static async Task<Registration> TakeSeatAsync(
        IServiceProvider services, PlatformDb db, Guid conferenceId, RegistrationParty party, Participant participant, DateTime now, CancellationToken cancellationToken)
    {
        var ledger = await db.LockSeatsAsync(conferenceId, cancellationToken) ?? throw new ProblemException(Problems.NotFound);
        var uniqueKey = party.UniqueKeyOf(participant);
        if (await db.Registrations.AnyAsync(
            other => other.OwnerId == ledger.TenantId && other.ConferenceId == conferenceId && other.PartyId == party.Id && other.UniqueKey == uniqueKey && other.Status != RegistrationStatus.Cancelled,
            cancellationToken))
        {
            throw new ProblemException(ConferenceProblems.AlreadyRegistered);
        }

        var registration = new Registration(ledger.TenantId, conferenceId, party, participant, ledger.Take(now), now);
        db.Registrations.Add(registration);
        services.GetRequiredService<Outbox>().Enqueue(new Owner(OwnerKind.Tenant, ledger.TenantId), SendRegistrationAnswer.MessageKind, registration.Id);
        await services.GetRequiredService<Publisher>().ShowSeatsAsync(ledger, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return registration;
    }
}

/// <summary>Who takes part.</summary>
public sealed record RegisterForConferenceRequest
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }

    /// <summary>Name for the list of participants, 2 to 160 characters.</summary>
    public string ParticipantName { get; init; } = "";

    /// <summary>For whom the person comes, at most 160 characters.</summary>
    public string? Organisation { get; init; }

    /// <summary>What the organiser should know, at most 1000 characters; the organiser alone reads it.</summary>
    public string? Note { get; init; }

    internal Participant ToParticipant() => new(ParticipantName.Trim(), ConferenceBody.OrNull(Organisation), ConferenceBody.OrNull(Note));
}

internal sealed class RegisterForConferenceValidator : Validator<RegisterForConferenceRequest>
{
    public RegisterForConferenceValidator()
    {
        RuleFor(request => request.ParticipantName).NotEmpty().Length(2, 160).OneLine();
        RuleFor(request => request.Organisation).MaximumLength(160).OneLine();
        RuleFor(request => request.Note).MaximumLength(1000).Printable();
    }
}
