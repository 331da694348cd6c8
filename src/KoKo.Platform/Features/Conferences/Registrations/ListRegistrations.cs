using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Conferences.Registrations;

internal sealed class ListRegistrations(PlatformDb db, Cursors cursors) : Endpoint<ListRegistrationsRequest, Page<RegistrationEntryResponse>>
{
    public override void Configure()
    {
        Get("/tenant/conferences/{id:guid}/registrations");
        Summary(summary =>
        {
            summary.Summary = "List the registrations for a conference of my tenant";
            summary.Description = "In the order of registering. Only the organiser reads them; there is no public list of participants.";
        });
    }

    public override async Task HandleAsync(ListRegistrationsRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(db, cursors, request, cancellationToken), cancellationToken);

    internal static async Task<Page<RegistrationEntryResponse>> ExecuteAsync(PlatformDb db, Cursors cursors, ListRegistrationsRequest request, CancellationToken cancellationToken)
    {
        var conference = await db.ReadOwnConferenceAsync(request.Id, cancellationToken);
        var rows = db.Registrations.AsNoTracking().Where(row => row.OwnerId == conference.TenantId && row.ConferenceId == conference.Id);
        if (request.Status is { } status)
        {
            rows = rows.Where(row => row.Status == status);
        }

        var purpose = $"registrations {conference.Id} {request.Status}";
        if (cursors.ReadInstant(purpose, request.Cursor) is (var at, var id))
        {
            rows = rows.Where(row => row.RegisteredAt > at || (row.RegisteredAt == at && row.Id.CompareTo(id) > 0));
        }

        var page = await rows.OrderBy(row => row.RegisteredAt).ThenBy(row => row.Id).Take(request.Limit + 1)
            .Select(row => new RegistrationEntryResponse(
                row.Id,
                row.Status,
                row.WaitingPosition,
                row.ParticipantName,
                row.Organisation,
                db.Set<Foundation.Tenancy.Tenant>().Where(tenant => tenant.Id == row.PartyTenantId).Select(tenant => tenant.Name).SingleOrDefault(),
                row.Note,
                row.RegisteredAt,
                row.CancelledAt))
            .ToListAsync(cancellationToken);
        var items = page.Take(request.Limit).ToList();
        return new Page<RegistrationEntryResponse>(items, page.Count > items.Count ? cursors.WriteInstant(purpose, items[^1].RegisteredAt, items[^1].Id) : null);
    }
}

/// <summary>A page of registrations.</summary>
public sealed record ListRegistrationsRequest
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }

    /// <summary>Only those that are confirmed, waiting or cancelled.</summary>
    public RegistrationStatus? Status { get; init; }

    /// <summary>1 to 100 entries.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The nextCursor of the page before.</summary>
    public string? Cursor { get; init; }
}

internal sealed class ListRegistrationsValidator : Validator<ListRegistrationsRequest>
{
    public ListRegistrationsValidator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
}

/// <summary>A registration as the organiser sees it.</summary>
/// <param name="Id">Id of the registration.</param>
/// <param name="Status">confirmed, waiting or cancelled.</param>
/// <param name="WaitingPosition">Place on the waiting list, counted from 1; only while waiting.</param>
/// <param name="ParticipantName">Who takes part.</param>
/// <param name="Organisation">For whom, as the person wrote it.</param>
/// <param name="TenantName">The tenant of the network in whose name it was made, if any.</param>
/// <param name="Note">What the organiser should know.</param>
/// <param name="RegisteredAt">When, UTC.</param>
/// <param name="CancelledAt">When it was cancelled, UTC.</param>
public sealed record RegistrationEntryResponse(
    Guid Id,
    RegistrationStatus Status,
    int? WaitingPosition,
    string ParticipantName,
    string? Organisation,
    string? TenantName,
    string? Note,
    DateTime RegisteredAt,
    DateTime? CancelledAt);
