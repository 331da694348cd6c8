using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Members;

[Refuses(nameof(MemberProblems.LastAdministrator))]
internal sealed class RemoveMember(PlatformDb db) : Endpoint<RemoveMemberRequest>
{
    public override void Configure()
    {
        Delete("/tenant/members/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Remove a member from my tenant";
            summary.Description = "Holds at the member's next request, whatever tokens she has. Her account stays hers. The last administrator cannot be removed: 409.";
        });
    }

    public override async Task HandleAsync(RemoveMemberRequest request, CancellationToken cancellationToken)
    {
        await ExecuteAsync(db, request.Id, cancellationToken);
        await Send.NoContentAsync(cancellationToken);
    }

    internal static Task ExecuteAsync(PlatformDb db, Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var member = await db.MemberHereAsync(id, cancellationToken);
            await db.RequireAnotherAdministratorAsync(member, cancellationToken);
            db.Members.Remove(member);
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}

/// <param name="Id">The member's id.</param>
public sealed record RemoveMemberRequest(Guid Id);
