using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Demo;

/// <summary>Applications that wait for the office, by invented Kommunen of the demo register.</summary>
internal static class DemoTenancy
{
    /// <summary>Kept for the examples of the API; the first is only looked at.</summary>
    public static Guid Waiting { get; } = DemoIds.Of("onboarding/waiting");

    public static Guid ToApprove { get; } = DemoIds.Of("onboarding/to-approve");

    public static Guid ToRefuse { get; } = DemoIds.Of("onboarding/to-refuse");

    /// <summary>Admitted, and nobody has accepted the invitation yet.</summary>
    public static Guid Admitted { get; } = DemoIds.Of("onboarding/admitted");

    public static Task<bool> IsSeededAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<PlatformDb>().Onboardings.AnyAsync(application => application.Id == Waiting, cancellationToken);

    /// <param name="services">A scope of the office.</param>
    public static async Task SeedAsync(IServiceProvider services, DateTime now, CancellationToken cancellationToken)
    {
        var office = DemoIds.Tenant(DemoTenants.Office);
        var db = services.GetRequiredService<PlatformDb>();
        var admitted = Application(office, "Musterkommune am See", "05999105", now.AddDays(-20), Admitted);
        db.Tenants.Add(admitted.Approve("musterkommune-am-see", "demo", now.AddDays(-16)));
        db.Onboardings.AddRange(
            admitted,
            Application(office, "Musterkommune am Fluss", "05999102", now.AddDays(-3), Waiting),
            Application(office, "Musterkommune am Berg", "05999103", now.AddDays(-2), ToApprove),
            Application(office, "Musterkommune im Tal", "05999104", now.AddDays(-1), ToRefuse));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static OnboardingApplication Application(Guid office, string name, string key, DateTime at, Guid id) => new(
        office, TenantKind.Municipality, name, RegionKey.Parse(key), new OnboardingContact("Chris Muster", $"chris.muster@kommune-{key}.example", "Stabsstelle Beteiligung"), at, id);
}
