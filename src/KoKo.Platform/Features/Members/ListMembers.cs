using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Members;

internal sealed class ListMembers(PlatformDb db, Cursors cursors) : Endpoint<ListMembersRequest, Page<MemberResponse>>
{
    public override void Configure()
    {
        Get("/tenant/members");
        Summary(summary =>
        {
            summary.Summary = "List the members of my tenant";
            summary.Description = "In the order in which they joined. For administrators and auditors.";
        });
    }

    public override async Task HandleAsync(ListMembersRequest request, CancellationToken cancellationToken)
    {
        var rows = db.MembersHere().AsNoTracking();
        if (cursors.ReadInstant(nameof(ListMembers), request.Cursor) is (var at, var id))
        {
            rows = rows.Where(row => row.JoinedAt > at || (row.JoinedAt == at && row.AccountId.CompareTo(id) > 0));
        }

        var page = await rows.OrderBy(row => row.JoinedAt).ThenBy(row => row.AccountId).Take(request.Limit + 1).ToListAsync(cancellationToken);
        var shown = page.Take(request.Limit).ToList();
        var next = page.Count > shown.Count ? cursors.WriteInstant(nameof(ListMembers), shown[^1].JoinedAt, shown[^1].AccountId) : null;

        await Send.OkAsync(new Page<MemberResponse>([.. shown.Select(MemberResponse.Of)], next), cancellationToken);
    }
}

/// <summary>A page of the tenant's members.</summary>
public sealed record ListMembersRequest
{
    /// <summary>1 to 100 members.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The nextCursor of the page before.</summary>
    public string? Cursor { get; init; }
}

internal sealed class ListMembersValidator : Validator<ListMembersRequest>
{
    public ListMembersValidator() => RuleFor(request => request.Limit).InclusiveBetween(1, 100);
}
