using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Requests;

/// <summary>Tells the member who asked where a request stands now; if she has left or an app asked, the organisers.</summary>
internal sealed class MailToTenant(PlatformDb db, Mailer mailer, TimeProvider clock) : IOutboxHandler
{
    public const string Name = "mediation-mail-to-tenant";

    public string Kind => Name;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var request = await db.MediationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == message.SubjectId, cancellationToken);
        if (request is null)
        {
            return;
        }

        var (subject, text) = MediationLetter.ToTenant(request, clock.GetUtcNow().UtcDateTime);
        var mails = await RecipientsAsync(request, cancellationToken);
        for (var number = 0; number < mails.Count; number++)
        {
            await mailer.SendAsync(new Letter($"{message.Id}-{number}", mails[number], subject, text), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> RecipientsAsync(MediationRequest request, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var members = await db.Members.AsNoTracking().Where(member => member.EndsOn == null || member.EndsOn >= today).ToListAsync(cancellationToken);
        var sender = members.Where(member => member.AccountId == request.RequestedBy).ToList();
        var readers = sender.Count > 0 ? sender : members.Where(member => (member.Roles & Roles.Organiser) != 0).ToList();
        return [.. readers.Select(member => member.Mail)];
    }
}
