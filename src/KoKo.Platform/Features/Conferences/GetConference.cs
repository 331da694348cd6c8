using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Conferences;

[SendsETag]
[Refuses(nameof(Problems.Withdrawn))]
internal sealed class GetConference(PlatformDb db) : Endpoint<GetConferenceRequest, ConferenceResponse>
{
    public override void Configure()
    {
        Get("/conferences/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Read a published conference with its programme and seats";
            summary.Description = "410 where it was withdrawn, for those who could see it.";
        });
    }

    public override async Task HandleAsync(GetConferenceRequest request, CancellationToken cancellationToken)
    {
        var conference = await db.ReadConferenceAsync(request.Id, cancellationToken);
        var seats = await db.ReadSeatsAsync(request.Id, cancellationToken);

        HttpContext.Response.Headers.ETag = $"\"{conference.Sequence}.{seats?.Turn}\"";
        await Send.OkAsync(ConferenceResponse.Of(conference, seats), cancellationToken);
    }
}

/// <summary>A published conference.</summary>
public sealed record GetConferenceRequest
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }
}
