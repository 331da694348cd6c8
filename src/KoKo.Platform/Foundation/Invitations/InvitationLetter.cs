using System.Globalization;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Invitations;

/// <summary>Writes the mail with the one-time link. Asked twice, it makes a new link and voids the first.</summary>
internal sealed class InvitationLetter(PlatformDb db, Inviter inviter, IEnumerable<IInvitationKind> kinds, Mailer mailer, TimeProvider clock)
    : IOutboxHandler
{
    public const string Name = "invitation-letter";

    public string Kind => Name;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == message.SubjectId, cancellationToken);
        if (invitation?.IsOpenAt(clock.GetUtcNow().UtcDateTime) != true)
        {
            return;
        }

        var token = await inviter.RenewTicketAsync(invitation, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await mailer.SendAsync(LetterOf(message, invitation, inviter.LinkTo(token)), cancellationToken);
    }

    private Letter LetterOf(OutboxMessage message, Invitation invitation, Uri link)
    {
        var tenant = db.Context.Tenant ?? throw new TenantNotSetException();
        var purpose = kinds.Single(kind => kind.Name == invitation.Kind).Purpose;
        return new Letter($"{message.Id}", invitation.Mail, $"KoKo Plattform: Einladung von {tenant.Name}", $"""
            Guten Tag {invitation.Name},

            {tenant.Name} lädt Sie ein, {purpose}.

            Nehmen Sie die Einladung mit diesem Link an; er gilt bis zum {DayOf(invitation.ExpiresAt)} und nur einmal:

            {link}

            Wenn Sie damit nichts anfangen können, löschen Sie diese Mail einfach.
            Bitte antworten Sie nicht auf diese Mail.
            """);
    }

    private static string DayOf(DateTime utc) =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(utc, "Europe/Berlin").ToString("d. MMMM yyyy", CultureInfo.GetCultureInfo("de-DE"));
}
