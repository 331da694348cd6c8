using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Conferences;

[RequiresIfMatch]
internal sealed class ChangeConference(PlatformDb db, TimeProvider clock) : Endpoint<ChangeConferenceRequest, OwnConferenceResponse>
{
    public override void Configure()
    {
        Put("/tenant/conferences/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Change a conference of my tenant";
            summary.Description = "Replaces the whole working copy. What is published stays as it is until the conference is published again.";
        });
    }

    public override async Task HandleAsync(ChangeConferenceRequest request, CancellationToken cancellationToken)
    {
        var conference = await db.OwnConferenceAsync(request.Id, cancellationToken);
        HttpContext.RequireMatch(conference.Version);

        conference.Change(request.ToContent(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);

        HttpContext.SetETag(conference.Version);
        await Send.OkAsync(OwnConferenceResponse.Of(conference, await db.ReadLedgerAsync(conference.Id, cancellationToken)), cancellationToken);
    }
}

/// <summary>The whole new working copy.</summary>
public sealed record ChangeConferenceRequest : ConferenceBody
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }
}

internal sealed class ChangeConferenceValidator : Validator<ChangeConferenceRequest>
{
    public ChangeConferenceValidator() => Include(new ConferenceBodyValidator());
}
