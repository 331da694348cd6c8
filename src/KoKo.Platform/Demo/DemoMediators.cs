using KoKo.Platform.Features.Mediators;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Demo;

/// <summary>Mediators with a week, a listing and some requests; one row for each example, so that examples leave each other alone.</summary>
internal static partial class DemoMediators
{
    /// <summary>Requests of Duisburg: what for, to which mediator, on which of the open dates, at which hour (UTC).</summary>
    private static readonly (string Name, int Mediator, int Date, int Hour)[] Requests =
    [
        ("accept", 6, 0, 8), ("decline", 6, 1, 8), ("cancel", 6, 2, 8), ("read", 6, 0, 9), ("booked", 6, 1, 10),
    ];

    public static Guid RequestId(string name) => DemoIds.Of($"request/{name}");

    public static async Task SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var scopes = services.GetRequiredService<TenantScopes>();
        await using (var scope = scopes.Open(TenantContext.Anonymous))
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            var people = All.Select(mediator => DemoWorld.Person(mediator.Mail)).ToList();
            if (!await db.Users.AnyAsync(user => user.Id == people[0].Id, cancellationToken))
            {
                db.Users.AddRange(people);
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        foreach (var mediator in All)
        {
            await using var scope = scopes.Open(TenantContext.OfPerson(mediator.AccountId));
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            if (!await db.MediatorProfiles.AnyAsync(cancellationToken))
            {
                await db.InTransactionAsync(() => SeedAsync(scope.ServiceProvider, mediator, cancellationToken), cancellationToken);
            }
        }
    }

    private static async Task<bool> SeedAsync(IServiceProvider services, DemoMediator mediator, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var clock = services.GetRequiredService<TimeProvider>();
        var publisher = services.GetRequiredService<Publisher>();
        var profile = new MediatorProfile(mediator.Name, mediator.Mail, mediator.Content(), mediator.ListingId);
        db.MediatorProfiles.Add(profile);
        db.AvailabilityRules.AddRange(mediator.Rules());
        db.AvailabilityExceptions.AddRange(DemoMediator.OpenDates.Select(date => new AvailabilityException(date, [new AvailabilityWindow(new TimeOnly(9, 0), new TimeOnly(12, 0), 60)])));
        await db.SaveChangesAsync(cancellationToken);
        if (mediator.Audiences.Length == 0)
        {
            return true;
        }

        var request = new PublishMediatorListingRequest(mediator.Audiences, ConsentText.Version);
        await PublishMediatorListing.ExecuteAsync(db, publisher, services.GetRequiredService<Outbox>(), clock, request, cancellationToken);
        SeedRequests(db, mediator, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        await publisher.RewriteFreeWindowsAsync(db, clock, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static void SeedRequests(PlatformDb db, DemoMediator mediator, DateTime now)
    {
        var duisburg = DemoTenants.Of("duisburg");
        foreach (var (name, _, date, hour) in Requests.Where(request => request.Mediator == mediator.Number))
        {
            var start = DemoMediator.OpenDates[date].ToDateTime(new TimeOnly(hour, 0), DateTimeKind.Utc);
            var sides = new RequestSides(mediator.AccountId, mediator.ListingId, mediator.Name, duisburg.Id, duisburg.Name, DemoIds.Account(DemoTenants.Mail(Roles.Organiser, duisburg.Slug)));
            var subject = new RequestSubject(start, start.AddHours(1), "Europe/Berlin", "urban_development", "intergroup", MediationFormat.Onsite, "Gern ein Erstgespräch vor den Sommerferien.", "Stabsstelle Bürgerbeteiligung");
            var request = new MediationRequest(sides, subject, now, RequestId(name));
            db.MediationRequests.Add(request);
            if (name == "booked")
            {
                db.Bookings.Add(request.Accept(now, DemoIds.Of("booking/booked")));
            }
        }
    }
}
