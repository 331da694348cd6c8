using KoKo.Platform.Demo;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

/// <summary>A platform whose days pass when a test says so.</summary>
public sealed class MovedTime : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero));

    public MovedTime() => World = new PlatformWorld { Clock = clock };

    internal PlatformWorld World { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => World.InitializeAsync();

    public ValueTask DisposeAsync() => World.DisposeAsync();

    /// <summary>The index knows everything, a day passes, and all that is due is done.</summary>
    internal async Task NextDayAsync()
    {
        await PassAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await SettleAsync();
    }

    internal async Task PassAsync(TimeSpan time)
    {
        await World.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(Stop);
        clock.Advance(time);
    }

    internal IReadOnlyList<MimeMessage> MailsTo(string address) =>
        [.. World.Mails("gemerkten Suche").Where(mail => mail.To.Mailboxes.Any(to => to.Address == address))];

    /// <summary>The run that is planned for a member.</summary>
    internal Task<List<OutboxMessage>> PlannedAsync(string slug, string mail) => World.InsideAsync(slug, async db =>
        (await db.OutboxMessages.AsNoTracking().Where(message => message.Kind == RunSavedSearches.Name).ToListAsync(Stop))
            .Where(message => message.OwnerId == DemoIds.Tenant(slug) && SavedSearchSchedule.AccountOf(message) == DemoIds.Account(mail)).ToList());

    /// <summary>As a worker does, but not in its turn.</summary>
    internal async Task RunAsync(OutboxMessage message)
    {
        await using var scope = await World.Services.GetRequiredService<TenantScopes>().OpenAsync(message.Owner, Stop);
        await scope.ServiceProvider.GetServices<IOutboxHandler>().Single(handler => handler.Kind == message.Kind).HandleAsync(message, Stop);
    }

    // the platform's own worker may hold a message
    private async Task SettleAsync()
    {
        var worker = World.Services.GetRequiredService<OutboxWorker>();
        do
        {
            await worker.DrainAsync(Stop);
        }
        while (await World.InsideAsync("office", db => db.OutboxMessages.AnyAsync(message => message.DueAt <= clock.GetUtcNow().UtcDateTime, Stop)));
    }
}
