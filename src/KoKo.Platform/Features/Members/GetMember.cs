using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Members;

[SendsETag]
internal sealed class GetMember(PlatformDb db) : Endpoint<GetMemberRequest, MemberResponse>
{
    public override void Configure()
    {
        Get("/tenant/members/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Get a member of my tenant";
            summary.Description = "The answer's ETag is what a change must name in If-Match.";
        });
    }

    public override async Task HandleAsync(GetMemberRequest request, CancellationToken cancellationToken)
    {
        var member = await db.MemberHereAsync(request.Id, cancellationToken);

        HttpContext.SetETag(member.Version);
        await Send.OkAsync(MemberResponse.Of(member), cancellationToken);
    }
}

/// <param name="Id">The member's id.</param>
public sealed record GetMemberRequest(Guid Id);
