using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Invitations;

/// <summary>An open invitation as its link shows it.</summary>
internal sealed record OpenInvitation(Invitation Invitation, TenantInfo Tenant, bool HasAccount);

/// <summary>Accepts invitations: the token opens one tenant and one invitation there, nothing else.</summary>
internal sealed class Acceptance(TenantScopes scopes, Credentials credentials, TimeProvider clock)
{
    public async Task<OpenInvitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var scope = await OpenAsync(token, cancellationToken);
        return scope is { } open ? await ReadAsync(open.ServiceProvider.GetRequiredService<PlatformDb>(), token, cancellationToken) : null;
    }

    /// <summary>All or nothing: the account, what the kind of invitation gives, and the end of the link.</summary>
    public async Task<(Account Account, OpenInvitation Accepted)> AcceptAsync(string token, string name, string password, CancellationToken cancellationToken)
    {
        var found = await FindAsync(token, cancellationToken) ?? throw new ProblemException(Problems.NotFound);

        // before the transaction: a failed attempt is counted on the account and must stay counted
        if (found.HasAccount && await credentials.VerifyAsync(found.Invitation.Mail, password) is null)
        {
            throw new ProblemException(Problems.InvalidInput, [InvitationProblems.WrongPassword]);
        }

        await using var scope = await OpenAsync(token, cancellationToken) ?? throw new ProblemException(Problems.NotFound);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        return await db.InTransactionAsync(() => AcceptAsync(scope.ServiceProvider, db, token, name, password, cancellationToken), cancellationToken);
    }

    private async Task<(Account Account, OpenInvitation Accepted)> AcceptAsync(
        IServiceProvider services, PlatformDb db, string token, string name, string password, CancellationToken cancellationToken)
    {
        var open = await ReadAsync(db, token, cancellationToken) ?? throw new ProblemException(Problems.NotFound);
        var account = await AccountAsync(services.GetRequiredService<UserManager<Account>>(), open.Invitation.Mail, password);
        var kind = services.GetServices<IInvitationKind>().Single(kind => kind.Name == open.Invitation.Kind);
        await kind.AcceptAsync(open.Invitation, account, name, cancellationToken);
        open.Invitation.Accept(clock.GetUtcNow().UtcDateTime);
        await services.GetRequiredService<Inviter>().RevokeAsync(open.Invitation, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return (account, open);
    }

    private static async Task<Account> AccountAsync(UserManager<Account> accounts, string mail, string password)
    {
        if (await accounts.FindByEmailAsync(mail) is { } known)
        {
            return known;
        }

        var account = new Account(mail) { EmailConfirmed = true, LockoutEnabled = true }; // the link came by this mail
        var result = await accounts.CreateAsync(account, password);
        return result.Succeeded
            ? account
            : throw new ProblemException(Problems.InvalidInput, [InvitationProblems.WeakPassword]);
    }

    private async Task<AsyncServiceScope?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        await using var lookup = scopes.Open(TenantContext.Anonymous);
        var hash = Ticket.HashOf(token);
        var ticket = await lookup.ServiceProvider.GetRequiredService<PlatformDb>().Tickets.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
        return ticket is null ? null : await scopes.OpenAsync(new Owner(OwnerKind.Tenant, ticket.TenantId), cancellationToken);
    }

    private async Task<OpenInvitation?> ReadAsync(PlatformDb db, string token, CancellationToken cancellationToken)
    {
        var hash = Ticket.HashOf(token);
        var ticket = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
        var invitation = ticket is null ? null : await db.Invitations.AsTracking().SingleOrDefaultAsync(row => row.Id == ticket.SubjectId, cancellationToken);
        if (invitation?.IsOpenAt(clock.GetUtcNow().UtcDateTime) != true)
        {
            return null;
        }

        var mail = invitation.Mail.ToUpperInvariant();
        return new OpenInvitation(invitation, db.Context.Tenant!, await db.Users.AnyAsync(user => user.NormalizedEmail == mail, cancellationToken));
    }
}
