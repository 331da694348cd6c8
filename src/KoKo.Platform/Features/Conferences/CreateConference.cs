using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Conferences;

internal sealed class CreateConference(PlatformDb db, TimeProvider clock) : Endpoint<CreateConferenceRequest, OwnConferenceResponse>
{
    public override void Configure()
    {
        Post("/tenant/conferences");
        Description(builder => builder.ClearDefaultProduces(StatusCodes.Status200OK).Produces<OwnConferenceResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Create a conference of my tenant";
            summary.Description = "A working copy: nobody outside the tenant sees it before it is published.";
        });
    }

    public override async Task HandleAsync(CreateConferenceRequest request, CancellationToken cancellationToken)
    {
        var conference = await ExecuteAsync(db, clock, request, cancellationToken);

        HttpContext.SetETag(conference.Version);
        await Send.CreatedAtAsync<GetOwnConference>(new { id = conference.Id }, OwnConferenceResponse.Of(conference, null), cancellation: cancellationToken);
    }

    internal static async Task<Conference> ExecuteAsync(PlatformDb db, TimeProvider clock, ConferenceBody body, CancellationToken cancellationToken)
    {
        var conference = new Conference(body.ToContent(), clock.GetUtcNow().UtcDateTime);
        db.Conferences.Add(conference);
        await db.SaveChangesAsync(cancellationToken);
        return conference;
    }
}

/// <summary>A new conference.</summary>
public sealed record CreateConferenceRequest : ConferenceBody;

internal sealed class CreateConferenceValidator : Validator<CreateConferenceRequest>
{
    public CreateConferenceValidator() => Include(new ConferenceBodyValidator());
}
