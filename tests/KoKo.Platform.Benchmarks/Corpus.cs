using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Benchmarks;

/// <summary>The practices of the demo world, published again and again under new ids until there are enough.</summary>
internal static class Corpus
{
    private const string Publishing = "office";
    private const int Batch = 500;

    private static readonly DateTime First = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    public static async Task<IReadOnlyList<string>> AudiencesAsync(IServiceProvider services, string slug, CancellationToken cancellationToken)
    {
        await using var scope = await OpenAsync(services, slug, cancellationToken);
        return scope.ServiceProvider.GetRequiredService<PlatformDb>().Context.Audiences.Names;
    }

    public static async Task FillAsync(IServiceProvider services, int documents, CancellationToken cancellationToken)
    {
        var files = DemoLibrary.Files().ToList();
        for (var done = files.Count; done < documents; done += Batch)
        {
            await using var scope = await OpenAsync(services, Publishing, cancellationToken);
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            var publisher = scope.ServiceProvider.GetRequiredService<Publisher>();
            var owner = new Owner(OwnerKind.Tenant, DemoIds.Tenant(Publishing));
            for (var number = done; number < Math.Min(done + Batch, documents); number++)
            {
                var row = DemoRelease.Of(files[number % files.Count], DemoIds.Of($"benchmark/{number}"), $"benchmark-{number}", owner.Id, First.AddMinutes(number));
                await publisher.ReleaseAsync(PracticePublisher.Kind, owner, row.ItemId, [row], cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        await services.GetRequiredService<SearchIndexer>().CatchUpAsync(cancellationToken);
    }

    private static async Task<AsyncServiceScope> OpenAsync(IServiceProvider services, string slug, CancellationToken cancellationToken) =>
        await services.GetRequiredService<TenantScopes>().OpenAsync(new Owner(OwnerKind.Tenant, DemoIds.Tenant(slug)), cancellationToken);
}
