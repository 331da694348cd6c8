using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Demo;

/// <summary>
/// The world that people, tests and documents share: seeded into an empty data folder, in Development only. All people in
/// it are invented; no conflict in it belongs to a real town. A step of the seeding is one transaction, and is left alone
/// once it is there: a start that was killed is taken up by the next one.
/// </summary>
internal static class DemoWorld
{
    /// <summary>Everybody's password and every demo app's secret.</summary>
    public const string Secret = "demo-secret";

    private static readonly Owner Office = new(OwnerKind.Tenant, DemoIds.Tenant(DemoTenants.Office));

    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<Account>().HashPassword(new Account(), Secret));

    public static async Task SeedDemoWorldAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (!app.Environment.IsDevelopment())
        {
            throw new InvalidOperationException("The demo world belongs to Development.");
        }

        var scopes = app.Services.GetRequiredService<TenantScopes>();
        await using (var scope = scopes.Open(TenantContext.Anonymous))
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            if (!await db.Tenants.AnyAsync(cancellationToken))
            {
                SeedGlobals(db, Now(app));
                await db.SaveChangesAsync(cancellationToken);
            }
            else if (!await db.Tenants.AnyAsync(tenant => tenant.Id == Office.Id, cancellationToken))
            {
                return; // somebody's own installation
            }
        }

        await using var office = await scopes.OpenAsync(Office, cancellationToken);
        if (await DemoTenancy.IsSeededAsync(office.ServiceProvider, cancellationToken))
        {
            return; // it comes last
        }

        foreach (var tenant in DemoTenants.All)
        {
            await using var scope = await scopes.OpenAsync(new Owner(OwnerKind.Tenant, tenant.Id), cancellationToken);
            await SeedTenantAsync(scope.ServiceProvider, tenant, Now(app), cancellationToken);
        }

        await DemoMediators.SeedAsync(app.Services, cancellationToken);

        await DemoLibrary.SeedAsync(office.ServiceProvider, cancellationToken);
        await DemoConferences.SeedAsync(office.ServiceProvider, Now(app), cancellationToken);
        await DemoTenancy.SeedAsync(office.ServiceProvider, Now(app), cancellationToken);
    }

    /// <summary>A person with credentials; several roles in several tenants may be hers.</summary>
    public static Account Person(string mail) => new(mail, DemoIds.Account(mail))
    {
        NormalizedUserName = mail.ToUpperInvariant(),
        NormalizedEmail = mail.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        PasswordHash = Hash.Value, // one hash for all: the password is public anyway, and hashing it 140 times takes seconds
        SecurityStamp = DemoIds.Of($"stamp/{mail}").ToString("N"),
        ConcurrencyStamp = DemoIds.Of($"concurrency/{mail}").ToString(),
    };

    /// <summary>Admits an app, once.</summary>
    public static async Task AdmitAsync(IServiceProvider services, DemoTenant tenant, App app, NewClient client, CancellationToken cancellationToken)
    {
        if (!await services.GetRequiredService<PlatformDb>().Set<Client>().AnyAsync(known => known.ClientId == client.ClientId, cancellationToken))
        {
            await Clients.AdmitAsync(services, new Owner(OwnerKind.Tenant, tenant.Id), app, client, cancellationToken);
        }
    }

    private static DateTime Now(WebApplication app) => app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    private static void SeedGlobals(PlatformDb db, DateTime now)
    {
        db.Regions.AddRange(DemoTenants.Register());
        foreach (var demo in DemoTenants.All)
        {
            var tenant = new Tenant(demo.Slug, demo.Name, demo.Kind, now, demo.Id);
            foreach (var key in demo.Keys)
            {
                tenant.AddRegionKey(RegionKey.Parse(key), new DateOnly(2020, 1, 1));
            }

            db.Tenants.Add(tenant);
            db.Users.AddRange(DemoTenants.Cast.Select(role => Person(DemoTenants.Mail(role, demo.Slug))));
        }
    }

    private static async Task SeedTenantAsync(IServiceProvider services, DemoTenant tenant, DateTime now, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PlatformDb>();
        if (!await db.Members.AnyAsync(cancellationToken))
        {
            db.Members.AddRange(DemoTenants.Cast.Select(role => MemberOf(tenant, role, now)));
            await db.SaveChangesAsync(cancellationToken);
        }

        var app = new App(DemoIds.Of($"app/{tenant.Slug}"), $"Demo-Anwendung {tenant.Name}", null);
        var client = new NewClient(tenant.ClientId, Secret, [.. Scope.Descriptions.Keys], [], MayReleaseOwnSubmissions: true);
        await AdmitAsync(services, tenant, app, client, cancellationToken);
        await DemoMembers.SeedAsync(services, tenant, now, cancellationToken);
        await DemoSavedSearches.SeedAsync(services, tenant, now, cancellationToken);
    }

    private static Member MemberOf(DemoTenant tenant, Roles role, DateTime now)
    {
        var mail = DemoTenants.Mail(role, tenant.Slug);
        return new Member(tenant.Id, DemoIds.Account(mail), $"{GermanOf(role)} {tenant.Name}", mail, role, now);
    }

    private static string GermanOf(Roles role) => role switch
    {
        Roles.Administrator => "Administration",
        Roles.Editor => "Redaktion",
        Roles.Reviewer => "Prüfung",
        Roles.Releaser => "Freigabe",
        Roles.Organiser => "Organisation",
        Roles.Auditor => "Revision",
        _ => "Lesende Person",
    };
}
