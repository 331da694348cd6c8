using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Identity;
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

    public static async Task SeedAsync(IServiceProvider services, DemoTenant tenant, DateTime now, CancellationToken cancellationToken)
    {
        if (tenant.Slug is not ("duisburg" or "krefeld"))
        {
            return;
        }

        var db = services.GetRequiredService<PlatformDb>();
        var account = DemoIds.Account(InTwoTenants);
        if (!await db.Users.AnyAsync(row => row.Id == account, cancellationToken))
        {
            db.Users.Add(DemoWorld.Person(InTwoTenants));
        }

        db.Members.Add(new Member(tenant.Id, account, "Zweifach Beispiel", InTwoTenants, tenant.Slug == "duisburg" ? Roles.Editor : Roles.Reader, now));
        await db.SaveChangesAsync(cancellationToken);

        var app = new App(DemoIds.Of("app/reader"), "Demo-Lesehilfe", null);
        var client = new NewClient(ReaderClientId(tenant.Slug), Secret: null, [Scope.LibraryRead, Scope.SearchRead, Scope.TenantsRead], [ReaderCallback]);
        await Clients.AdmitAsync(services, new Owner(OwnerKind.Tenant, tenant.Id), app, client, cancellationToken);
    }
}
