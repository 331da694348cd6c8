using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Commands;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Features.Tenants;

/// <summary>
/// <c>create-network NAME MAIL</c>: starts an installation. Creates the office and prints, once, the link with which its
/// first administrator signs up. There is no default password.
/// </summary>
internal sealed class CreateNetworkVerb : IVerb
{
    public string Name => "create-network";

    public string Usage => "NAME MAIL";

    public async Task<int> RunAsync(WebApplication app, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments is not [var name, var mail] || string.IsNullOrWhiteSpace(name) || name.Length > OnboardingRules.LongestName || name.Any(char.IsControl))
        {
            return await Verbs.NotUnderstoodAsync(this, output);
        }

        if (!MailAddress.IsOne(mail))
        {
            await output.WriteLineAsync($"'{mail}' is no mail address.");
            return await Verbs.NotUnderstoodAsync(this, output);
        }

        if (!app.SettingsAreRight(output))
        {
            return Verbs.Refused;
        }

        if (app.Services.GetRequiredService<IOptions<PlatformOptions>>().Value.BaseUrl is null)
        {
            await output.WriteLineAsync(PlatformOptions.Missing);
            return Verbs.Refused;
        }

        return await app.DatabaseIsReadyAsync(output, cancellationToken)
            ? await CreateAsync(app.Services, name.Trim(), mail, output, cancellationToken)
            : Verbs.Refused;
    }

    private static async Task<int> CreateAsync(IServiceProvider services, string name, string mail, TextWriter output, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var office = new Tenant(TenantSlug.Of(name) is { Length: > 0 } slug ? slug : "office", name, TenantKind.Office, now);
        await using var scope = services.GetRequiredService<TenantScopes>().Open(TenantContext.OfTenant(TenantInfo.Of(office, DateOnly.FromDateTime(now))));
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var link = await db.InTransactionAsync(() => AddAsync(scope.ServiceProvider, db, office, mail, cancellationToken), cancellationToken);
        if (link is null)
        {
            await output.WriteLineAsync("This installation has an office already: an installation is one network with one office. Nothing was changed.");
            return Verbs.Refused;
        }

        await output.WriteLineAsync($"""
            The office of the network "{name}" is there. With this link {mail} becomes its first administrator.
            It is good once, until {now + Invitation.Kept:yyyy-MM-dd}, and is not shown again:

              {link}

            """);
        return Verbs.Done;
    }

    /// <summary>Office and invitation together or not at all: an office that nobody can enter would be in the way.</summary>
    private static async Task<Uri?> AddAsync(IServiceProvider services, PlatformDb db, Tenant office, string mail, CancellationToken cancellationToken)
    {
        if (await db.Tenants.AnyAsync(tenant => tenant.Kind == TenantKind.Office, cancellationToken))
        {
            return null;
        }

        db.Tenants.Add(office);
        var link = services.GetRequiredService<Inviter>().InviteByLink(new NewInvitation(InvitationKinds.Member, mail, mail, Roles.Administrator));
        await db.SaveChangesAsync(cancellationToken);
        return link;
    }
}
