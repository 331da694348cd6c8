using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Conferences;

internal sealed class GetOwnConference(PlatformDb db) : Endpoint<GetOwnConferenceRequest, OwnConferenceResponse>
{
    public override void Configure()
    {
        Get("/tenant/conferences/{id:guid}");
        Summary(summary => summary.Summary = "Read a conference of my tenant");
    }

    public override async Task HandleAsync(GetOwnConferenceRequest request, CancellationToken cancellationToken)
    {
        var conference = await db.ReadOwnConferenceAsync(request.Id, cancellationToken);

        HttpContext.SetETag(conference.Version);
        await Send.OkAsync(OwnConferenceResponse.Of(conference, await db.ReadLedgerAsync(conference.Id, cancellationToken)), cancellationToken);
    }
}

/// <summary>A conference of the caller's tenant.</summary>
public sealed record GetOwnConferenceRequest
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }
}
