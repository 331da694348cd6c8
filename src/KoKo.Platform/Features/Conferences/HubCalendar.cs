using System.Text;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Identity;

namespace KoKo.Platform.Features.Conferences;

/// <summary>The calendar file for people: the API takes tokens alone, a browser has its cookie.</summary>
internal static class HubCalendar
{
    public static void MapHubCalendar(this WebApplication app) =>
        app.MapGet("/konferenzen/{id:guid}/kalender.ics", AnswerAsync).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(Guid id, PlatformDb db, CancellationToken cancellationToken)
    {
        db.Context.Demand(nameof(GetConferenceCalendar));
        var conference = await db.ReadConferenceAsync(id, cancellationToken);
        return Results.File(Encoding.UTF8.GetBytes(ConferenceCalendar.Of(conference)), ConferenceCalendar.MediaType, ConferenceCalendar.FileNameOf(conference));
    }
}
