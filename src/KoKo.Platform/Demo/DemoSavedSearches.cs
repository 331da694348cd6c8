using KoKo.Platform.Features.Network;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Demo;

/// <summary>Searches that one member has saved; she is told of what is new in the first.</summary>
internal static class DemoSavedSearches
{
    private const string Slug = "duisburg";

    /// <summary>A person's mail, since apps save nothing.</summary>
    public static string Owner => DemoTenants.Mail(Roles.Administrator, Slug);

    /// <summary>Kept for the examples of the API; the first is only looked at.</summary>
    public static Guid ToRead { get; } = DemoIds.Of("saved-search/to-read");

    public static Guid ToChange { get; } = DemoIds.Of("saved-search/to-change");

    public static Guid ToRemove { get; } = DemoIds.Of("saved-search/to-remove");

    public static async Task SeedAsync(IServiceProvider services, DemoTenant tenant, DateTime now, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PlatformDb>();
        if (tenant.Slug != Slug || await db.SavedSearches.AnyAsync(cancellationToken))
        {
            return;
        }

        var account = DemoIds.Account(Owner);
        db.SavedSearches.AddRange(
            new SavedSearch(tenant.Id, account, "Lärm am Abend", new SearchCriteria { Q = "Lärm", Topic = ["nightlife_noise", "neighbourhood"] }, notify: true, now, ToRead),
            new SavedSearch(tenant.Id, account, "Kommende Konferenzen", new SearchCriteria { Kind = ["conference"] }, notify: false, now.AddDays(-1), ToChange),
            new SavedSearch(tenant.Id, account, "Windkraft", new SearchCriteria { Q = "Windpark", Kind = ["practice"], Topic = ["wind_solar_grid"] }, notify: false, now.AddDays(-2), ToRemove));
        await services.GetRequiredService<Outbox>().RunDailyAsync(db, account, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
