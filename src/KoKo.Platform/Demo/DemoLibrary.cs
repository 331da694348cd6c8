using System.Text.Json;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Text;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Demo;

/// <summary>
/// The library of the demo world: practices of the office, all composite, written for it. They went the same way as any
/// other: revision, review, release, publication.
/// </summary>
internal static class DemoLibrary
{
    private const string Resources = "KoKo.Platform.Demo.Practices.";

    // Dates are counted back from a fixed day, so that the world looks the same whenever it is seeded.
    private static readonly DateTime Today = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Practices of the office that wait for one step each, for those who try the API.</summary>
    public static Guid Waiting(string step) => DemoIds.Of($"practice/{step}");

    public static async Task SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PlatformDb>();
        if (await db.Practices.AnyAsync(cancellationToken))
        {
            return;
        }

        var publisher = services.GetRequiredService<PracticePublisher>();
        var cast = await CastAsync(db, cancellationToken);
        await db.InTransactionAsync(
            async () =>
            {
                foreach (var (file, index) in Files().Select((file, index) => (file, index)))
                {
                    // Spread over two years in an order that has nothing to do with the alphabet.
                    await PublishAsync(new Practice(file.Content, cast.Editor.Actor, Before(index, 40), file.Id, file.Slug), AudiencesOf(file, index), Before(index, 0), db, publisher, cast, cancellationToken);
                }

                foreach (var step in DemoDrafts.Steps)
                {
                    await SeedWaitingAsync(step, db, publisher, cast, cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    public static IEnumerable<DemoPractice> Files()
    {
        var assembly = typeof(DemoLibrary).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resources, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var file = JsonDocument.Parse(stream);
            yield return new DemoPractice(
                file.RootElement.GetProperty("id").GetGuid(),
                file.RootElement.GetProperty("slug").GetString()!,
                file.RootElement.Deserialize<PracticeContent>(Json.Stored)!);
        }
    }

    private static DateTime Before(int index, int days) =>
        Today.AddDays(-((index * 331) % 727) - days).AddMinutes((index * 47) % 420);

    private static string[] AudiencesOf(DemoPractice file, int index) =>
        index % 10 < 3 && file.Content.License != "network_only" ? [Audience.Public, Audience.Network] : [Audience.Network];

    private static async Task PublishAsync(Practice practice, string[] audiences, DateTime at, PlatformDb db, PracticePublisher publisher, Cast cast, CancellationToken cancellationToken)
    {
        db.Practices.Add(practice);
        practice.Submit(cast.Editor.Actor, at.AddDays(-20));
        practice.Review(ReviewOutcome.Approved, null, cast.Reviewer, at.AddDays(-12));
        practice.Release(cast.Releaser, at.AddDays(-5));
        await db.SaveChangesAsync(cancellationToken);
        await publisher.PublishAsync(practice, audiences, cast.Releaser.Actor, at, cancellationToken);
        db.ChangeTracker.Clear(); // every save looks at all that is tracked
    }

    private static async Task SeedWaitingAsync(string step, PlatformDb db, PracticePublisher publisher, Cast cast, CancellationToken cancellationToken)
    {
        var practice = new Practice(DemoDrafts.Of(step), cast.Editor.Actor, Today.AddDays(-30), Waiting(step));
        if (step == DemoDrafts.Withdraw)
        {
            await PublishAsync(practice, [Audience.Network], Today.AddDays(-2), db, publisher, cast, cancellationToken);
            return;
        }

        db.Practices.Add(practice);
        if (step is DemoDrafts.Review or DemoDrafts.Release or DemoDrafts.Publish)
        {
            practice.Submit(cast.Editor.Actor, Today.AddDays(-20));
        }

        if (step is DemoDrafts.Release or DemoDrafts.Publish)
        {
            practice.Review(ReviewOutcome.Approved, "Gut lesbar, alle Angaben geprüft.", cast.Reviewer, Today.AddDays(-12));
        }

        if (step is DemoDrafts.Publish)
        {
            practice.Release(cast.Releaser, Today.AddDays(-5));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<Cast> CastAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        var members = await db.Members.AsNoTracking().ToListAsync(cancellationToken);
        TenantContext With(Roles role) => TenantContext.OfMember(db.Context.Tenant!, members.Single(member => member.Roles == role));
        return new Cast(With(Roles.Editor), With(Roles.Reviewer), With(Roles.Releaser));
    }

    private sealed record Cast(TenantContext Editor, TenantContext Reviewer, TenantContext Releaser);
}

internal sealed record DemoPractice(Guid Id, string Slug, PracticeContent Content);
