using System.Text;
using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Conferences;

[SendsETag]
[Refuses(nameof(Problems.Withdrawn))]
internal sealed class GetConferenceCalendar(PlatformDb db) : Endpoint<GetConferenceCalendarRequest>
{
    public override void Configure()
    {
        Get("/conferences/{id:guid}/calendar.ics");
        Description(builder => builder.Produces<string>(StatusCodes.Status200OK, "text/calendar"));
        Summary(summary =>
        {
            summary.Summary = "Read a published conference as an iCalendar file";
            summary.Description = "One VEVENT with a stable UID; its SEQUENCE grows with every published change, so that importing again replaces it. 410 where it was withdrawn.";
        });
    }

    public override async Task HandleAsync(GetConferenceCalendarRequest request, CancellationToken cancellationToken)
    {
        var conference = await db.ReadConferenceAsync(request.Id, cancellationToken);

        HttpContext.SetETag(conference.Sequence);
        HttpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{ConferenceCalendar.FileNameOf(conference)}\"";
        await Send.BytesAsync(Encoding.UTF8.GetBytes(ConferenceCalendar.Of(conference)), contentType: ConferenceCalendar.MediaType, cancellation: cancellationToken);
    }
}

/// <summary>A published conference.</summary>
public sealed record GetConferenceCalendarRequest
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }
}
