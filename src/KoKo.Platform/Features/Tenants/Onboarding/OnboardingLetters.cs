using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Features.Tenants.Onboarding;

/// <summary>In the context of the tenant that was just admitted: its contact becomes its first administrator.</summary>
internal sealed class InviteFirstAdministrator(PlatformDb db, Inviter inviter) : IOutboxHandler
{
    public const string Name = "onboarding-first-administrator";

    public string Kind => Name;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await db.Invitations.AnyAsync(cancellationToken))
        {
            return; // asked a second time
        }

        var application = await db.Onboardings.AsNoTracking().SingleAsync(application => application.Id == message.SubjectId, cancellationToken);
        inviter.Invite(new NewInvitation(InvitationKinds.Member, application.ContactName, application.ContactMail, Roles.Administrator));
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Tells the office's administrators that somebody applied. Names of people stay on the platform.</summary>
internal sealed class TellOffice(PlatformDb db, Mailer mailer, IOptions<PlatformOptions> platform, TimeProvider clock) : IOutboxHandler
{
    public const string Name = "onboarding-applied";

    public string Kind => Name;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var application = await db.Onboardings.AsNoTracking().SingleAsync(application => application.Id == message.SubjectId, cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var mails = await db.Members.Where(member => (member.Roles & Roles.Administrator) != 0 && (member.EndsOn == null || member.EndsOn >= today))
            .OrderBy(member => member.AccountId).Select(member => member.Mail).ToListAsync(cancellationToken);
        foreach (var (number, mail) in mails.Index())
        {
            await mailer.SendAsync(new Letter($"{message.Id}-{number}", mail, $"KoKo Plattform: Antrag von {application.Name}", $"""
                Guten Tag,

                {application.Name} (Schlüssel {application.RegionKey}) möchte im Netzwerk mitmachen.

                Bitte prüfen Sie den Antrag:

                {platform.Value.LinkTo($"/geschaeftsstelle/antraege/{application.Id}")}

                Bitte antworten Sie nicht auf diese Mail.
                """), cancellationToken);
        }
    }
}

/// <summary>Tells the contact why the office refused.</summary>
internal sealed class TellApplicant(PlatformDb db, Mailer mailer, IOptions<PlatformOptions> platform) : IOutboxHandler
{
    public const string Name = "onboarding-refused";

    public string Kind => Name;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var application = await db.Onboardings.AsNoTracking().SingleAsync(application => application.Id == message.SubjectId, cancellationToken);
        await mailer.SendAsync(new Letter($"{message.Id}", application.ContactMail, $"KoKo Plattform: Ihr Antrag für {application.Name}", $"""
            Guten Tag {application.ContactName},

            die Geschäftsstelle des Netzwerks hat Ihren Antrag für {application.Name} nicht angenommen. Sie schreibt dazu:

            {application.RefusalReason}

            Sie können jederzeit einen neuen Antrag stellen: {platform.Value.LinkTo("/mitmachen")}

            Bitte antworten Sie nicht auf diese Mail.
            """), cancellationToken);
    }
}
