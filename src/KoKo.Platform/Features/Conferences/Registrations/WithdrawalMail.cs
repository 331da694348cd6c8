using System.Globalization;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Conferences.Registrations;

/// <summary>After the organiser withdrew a conference: one mail to each who is registered or waits.</summary>
internal sealed class SendWithdrawalNews(PlatformDb db, Mailer mailer) : IOutboxHandler
{
    public const string MessageKind = "conference-withdrawn";

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public string Kind => MessageKind;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var registration = await db.Registrations.AsNoTracking().SingleAsync(row => row.OwnerId == message.OwnerId && row.Id == message.SubjectId, cancellationToken);
        var conference = await db.Conferences.AsNoTracking().SingleAsync(conference => conference.Id == registration.ConferenceId, cancellationToken);
        var ledger = await db.SeatLedgers.AsNoTracking().SingleAsync(ledger => ledger.ConferenceId == registration.ConferenceId, cancellationToken);
        var mail = await db.Users.Where(user => user.Id == registration.PartyId).Select(user => user.Email).SingleOrDefaultAsync(cancellationToken);
        if (registration.IsCancelled || conference.IsPublished || mail is null)
        {
            return;
        }

        var key = message.Id.ToString(CultureInfo.InvariantCulture);
        await mailer.SendAsync(new Letter(key, mail, $"Zurückgezogen: {conference.Content.Title}", TextOf(registration, conference.Content, ledger.StartsAt)), cancellationToken);
    }

    // The ledger still has the begin that was published; the working copy may say another one by now.
    private string TextOf(Registration registration, ConferenceContent content, DateTime startsAt)
    {
        var organiser = db.Context.Tenant?.Name ?? throw new TenantNotSetException();
        var begin = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(startsAt, content.Zone);
        var kept = registration.Status == RegistrationStatus.Waiting
            ? "Ihr Platz auf der Warteliste bleibt gespeichert. Wird die Konferenz noch einmal veröffentlicht, gilt er weiter"
            : "Ihre Anmeldung bleibt gespeichert. Wird die Konferenz noch einmal veröffentlicht, gilt sie weiter";
        return string.Create(German, $"""
            Guten Tag {registration.ParticipantName},

            diese Konferenz wurde zurückgezogen und findet nach heutigem Stand nicht statt:

            {content.Title}
            Beginn wäre gewesen: {begin:dddd, d. MMMM yyyy, HH:mm} Uhr ({content.Zone})
            Veranstaltet von: {organiser}

            {kept}, und Sie bekommen wieder eine Mail. Sie müssen jetzt nichts tun.

            Fragen beantwortet, wer die Konferenz veranstaltet. Bitte antworten Sie nicht auf diese Mail.
            """);
    }
}
