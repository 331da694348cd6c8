using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Commands;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Features.Tenants;

/// <summary>
/// <c>create-network NAME MAIL</c>: starts an installation. Creates the office and prints, once, the link with which its
/// first administrator signs up. Called again while nobody has used it, it prints a fresh one. There is no default password.
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
        var known = await FindOfficeAsync(services, cancellationToken);
        var office = known ?? new Tenant(TenantSlug.Of(name) is { Length: > 0 } slug ? slug : "office", name, TenantKind.Office, now);
        await using var scope = services.GetRequiredService<TenantScopes>().Open(TenantContext.OfTenant(TenantInfo.Of(office, DateOnly.FromDateTime(now))));
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var link = await db.InTransactionAsync(() => InviteAsync(scope.ServiceProvider, db, known is null ? office : null, mail, cancellationToken), cancellationToken);
        if (link is null)
        {
            await output.WriteLineAsync("This installation has an office already: an installation is one network with one office. Nothing was changed.");
            return Verbs.Refused;
        }

        await output.WriteLineAsync($"""
            The office of the network "{office.Name}" is there{(known is null ? "" : " already, and nobody has entered it yet: earlier links are void")}. With this link {mail} becomes its first administrator.
            It is good once, until {now + Invitation.Kept:yyyy-MM-dd}, and is not shown again:

              {link}

            """);
        return Verbs.Done;
    }

    private static async Task<Tenant?> FindOfficeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.GetRequiredService<TenantScopes>().Open(TenantContext.Anonymous);
        return await scope.ServiceProvider.GetRequiredService<PlatformDb>().FindOfficeAsync(cancellationToken);
    }

    /// <summary>Office and invitation together or not at all: an office that nobody can enter would be in the way.</summary>
    /// <param name="made">The new office; null where it is there.</param>
    private static async Task<Uri?> InviteAsync(IServiceProvider services, PlatformDb db, Tenant? made, string mail, CancellationToken cancellationToken)
    {
        var inviter = services.GetRequiredService<Inviter>();
        if (await FirstAdministrator.InvitedAnewAsync(db, inviter, mail, mail, cancellationToken) is not { } asked)
        {
            return null;
        }

        if (made is not null)
        {
            db.Tenants.Add(made);
        }

        var link = inviter.InviteByLink(asked);
        await db.SaveChangesAsync(cancellationToken);
        return link;
    }
}
