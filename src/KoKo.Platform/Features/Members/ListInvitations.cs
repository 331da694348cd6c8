using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Invitations;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Members;

internal sealed class ListInvitations(PlatformDb db, Cursors cursors, TimeProvider clock) : Endpoint<ListInvitationsRequest, Page<InvitationResponse>>
{
    public override void Configure()
    {
        Get("/tenant/invitations");
        Summary(summary =>
        {
            summary.Summary = "List the open invitations of my tenant";
            summary.Description = "The latest first; accepted and expired ones are left out.";
        });
    }

    public override async Task HandleAsync(ListInvitationsRequest request, CancellationToken cancellationToken)
    {
        var rows = OpenOnes(db, clock).AsNoTracking();
        if (cursors.ReadInstant(nameof(ListInvitations), request.Cursor) is (var at, var id))
        {
            rows = rows.Where(row => row.InvitedAt < at || (row.InvitedAt == at && row.Id.CompareTo(id) < 0));
        }

        var page = await rows.OrderByDescending(row => row.InvitedAt).ThenByDescending(row => row.Id).Take(request.Limit + 1).ToListAsync(cancellationToken);
        var shown = page.Take(request.Limit).ToList();
        var next = page.Count > shown.Count ? cursors.WriteInstant(nameof(ListInvitations), shown[^1].InvitedAt, shown[^1].Id) : null;

        await Send.OkAsync(new Page<InvitationResponse>([.. shown.Select(InvitationResponse.Of)], next), cancellationToken);
    }

    internal static IQueryable<Invitation> OpenOnes(PlatformDb db, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Invitations.Where(row => row.AcceptedAt == null && row.ExpiresAt > now);
    }
}

/// <summary>A page of the tenant's open invitations.</summary>
public sealed record ListInvitationsRequest
{
    /// <summary>1 to 100 invitations.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The nextCursor of the page before.</summary>
    public string? Cursor { get; init; }
}

internal sealed class ListInvitationsValidator : Validator<ListInvitationsRequest>
{
    public ListInvitationsValidator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
}
