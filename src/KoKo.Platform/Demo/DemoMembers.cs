using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Demo;

/// <summary>A person with two memberships, and one app that two tenants admitted for people.</summary>
internal static class DemoMembers
{
    /// <summary>Editor in Duisburg, reader in Krefeld: for the switch between memberships.</summary>
    public const string InTwoTenants = "editor@zwei-mandanten.example";

    /// <summary>The redirect address of the demo app for people; it runs on the developer's own machine.</summary>
    public static Uri ReaderCallback { get; } = new("http://127.0.0.1:5099/callback");

    /// <summary>A client id belongs to one admission, so that one app has one per tenant.</summary>
    public static string ReaderClientId(string slug) => $"demo-reader-{slug}";

    /// <summary>The one-time token that the example of AcceptInvitation uses.</summary>
    public const string InvitationToken = "demo-invitation-to-duisburg";

    public static async Task SeedAsync(IServiceProvider services, DemoTenant tenant, DateTime now, CancellationToken cancellationToken)
    {
        if (tenant.Slug is not ("duisburg" or "krefeld"))
        {
            return;
        }

        var db = services.GetRequiredService<PlatformDb>();
        var account = DemoIds.Account(InTwoTenants);
        if (!await db.Members.AnyAsync(member => member.AccountId == account, cancellationToken))
        {
            if (!await db.Users.AnyAsync(row => row.Id == account, cancellationToken))
            {
                db.Users.Add(DemoWorld.Person(InTwoTenants));
            }

            db.Members.Add(new Member(tenant.Id, account, "Zweifach Beispiel", InTwoTenants, tenant.Slug == "duisburg" ? Roles.Editor : Roles.Reader, now));
            if (tenant.Slug == "duisburg")
            {
                SeedInvitations(db, tenant, now);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        var app = new App(DemoIds.Of("app/reader"), "Demo-Lesehilfe", null);
        var client = new NewClient(ReaderClientId(tenant.Slug), Secret: null, [Scope.LibraryRead, Scope.SearchRead, Scope.TenantsRead], [ReaderCallback]);
        await DemoWorld.AdmitAsync(services, tenant, app, client, cancellationToken);
    }

    /// <summary>Invitations with tokens that the API's examples use, and one to take back.</summary>
    private static void SeedInvitations(PlatformDb db, DemoTenant tenant, DateTime now)
    {
        foreach (var (name, mail, token) in new[]
        {
            ("Robin Beispiel", "robin.beispiel@duisburg.example", InvitationToken),
            ("Toni Muster", "toni.muster@duisburg.example", "demo-invitation-to-take-back"),
        })
        {
            var invitation = new Invitation(tenant.Id, new NewInvitation(InvitationKinds.Member, name, mail, Roles.Editor), "demo", now, DemoIds.Of($"invitation/{token}"));
            db.Invitations.Add(invitation);
            db.Tickets.Add(new Ticket(Ticket.HashOf(token), tenant.Id, invitation.Kind, invitation.Id, invitation.ExpiresAt));
        }
    }
}
