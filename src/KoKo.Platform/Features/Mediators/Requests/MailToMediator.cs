using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Requests;

/// <summary>Tells the mediator where a request stands now.</summary>
internal sealed class MailToMediator(PlatformDb db, Mailer mailer, TimeProvider clock) : IOutboxHandler
{
    public const string Name = "mediation-mail-to-mediator";

    public string Kind => Name;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var profile = await db.FindOwnProfileAsync(cancellationToken);
        var request = await db.MediationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == message.SubjectId, cancellationToken);
        if (profile is not null && request is not null)
        {
            var (subject, text) = MediationLetter.ToMediator(request, clock.GetUtcNow().UtcDateTime);
            await mailer.SendAsync(new Letter($"{message.Id}", profile.ContactMail, subject, text), cancellationToken);
        }
    }
}
