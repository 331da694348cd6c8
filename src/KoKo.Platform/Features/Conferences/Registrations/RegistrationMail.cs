using System.Globalization;
using System.Text;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Features.Conferences.Registrations;

/// <summary>A mail to who registered, written from the state at the time of sending. An app gets none: it has no mailbox.</summary>
internal sealed class RegistrationMail(PlatformDb db, Publisher publisher, Mailer mailer, PlatformOptions platform)
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public async Task SendAsync(OutboxMessage message, bool movedUp, CancellationToken cancellationToken)
    {
        var registration = await db.Registrations.AsNoTracking().SingleAsync(row => row.OwnerId == message.OwnerId && row.Id == message.SubjectId, cancellationToken);
        var content = await ContentAsync(message.Owner, registration.ConferenceId, cancellationToken);
        var mail = registration.IsByApp ? null : await db.Users.Where(user => user.Id == registration.PartyId).Select(user => user.Email).SingleOrDefaultAsync(cancellationToken);
        if (registration.IsCancelled || content is null || mail is null)
        {
            return;
        }

        var (subject, opening) = WordsOf(registration, movedUp);
        var key = message.Id.ToString(CultureInfo.InvariantCulture);
        await mailer.SendAsync(new Letter(key, mail, $"{subject}: {content.Title}", TextOf(registration, content, opening)), cancellationToken);
    }

    // A withdrawn conference has no rows, and nobody needs to hear of a seat there. The link is the organiser's current one,
    // also where everybody was invited: no public row carries it.
    private async Task<ConferenceContent?> ContentAsync(Owner owner, Guid conferenceId, CancellationToken cancellationToken)
    {
        var rows = await publisher.Own<ReleasedConference>(owner).AsNoTracking().Where(row => row.ItemId == conferenceId).ToListAsync(cancellationToken);
        var conference = await db.Conferences.AsNoTracking().SingleAsync(conference => conference.Id == conferenceId, cancellationToken);
        return rows.MinBy(row => row.ShadowedBy.Count) is { } richest ? richest.Content with { OnlineLink = conference.Content.OnlineLink } : null;
    }

    private static (string Subject, string Opening) WordsOf(Registration registration, bool movedUp) => (registration.Status, movedUp) switch
    {
        (RegistrationStatus.Waiting, _) => ("Sie stehen auf der Warteliste", $"alle Plätze sind zurzeit vergeben. Sie stehen auf Platz {registration.WaitingPosition} der Warteliste und rücken nach, sobald jemand absagt."),
        (_, true) => ("Sie sind nachgerückt", "ein Platz ist frei geworden, und er gehört jetzt Ihnen. Ihre Anmeldung ist damit bestätigt."),
        _ => ("Ihre Anmeldung ist bestätigt", "Ihre Anmeldung ist bestätigt. Wir freuen uns auf Sie."),
    };

    private string TextOf(Registration registration, ConferenceContent content, string opening)
    {
        var text = new StringBuilder(string.Create(German, $"Guten Tag {registration.ParticipantName},\n\n{opening}\n\n{content.Title}\n"));
        text.Append(German, $"Beginn: {content.Starts.Local:dddd, d. MMMM yyyy, HH:mm} Uhr ({content.Zone})\n");
        text.Append(content.Venue is { } venue ? $"Ort: {venue.Name}{(venue.Address is null ? "" : ", " + venue.Address.ReplaceLineEndings(", "))}\n" : "");
        if (content.OnlineLink is { } link && registration.Status == RegistrationStatus.Confirmed)
        {
            text.Append(German, $"Online: {link}\n");
        }

        text.Append(German, $"\nProgramm und Kalenderdatei (.ics) finden Sie auf der Seite der Konferenz:\n{platform.LinkTo($"/konferenzen/{registration.ConferenceId}")}\n");
        return text.Append("Dort können Sie Ihre Anmeldung auch wieder zurückziehen. Wer absagt, macht einem anderen Menschen Platz.\n").ToString();
    }
}

/// <summary>After registering: confirmed, or on the waiting list.</summary>
internal sealed class SendRegistrationAnswer(PlatformDb db, Publisher publisher, Mailer mailer, IOptions<PlatformOptions> platform) : IOutboxHandler
{
    public const string MessageKind = "registration-answer";

    public string Kind => MessageKind;

    public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        new RegistrationMail(db, publisher, mailer, platform.Value).SendAsync(message, movedUp: false, cancellationToken);
}

/// <summary>After moving up from the waiting list.</summary>
internal sealed class SendSeatNews(PlatformDb db, Publisher publisher, Mailer mailer, IOptions<PlatformOptions> platform) : IOutboxHandler
{
    public const string MessageKind = "registration-moved-up";

    public string Kind => MessageKind;

    public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        new RegistrationMail(db, publisher, mailer, platform.Value).SendAsync(message, movedUp: true, cancellationToken);
}
