using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace KoKo.Platform.Tests.Foundation.Jobs;

public sealed class OutboxWorkerTests : IAsyncLifetime
{
    private static readonly Owner Person = new(OwnerKind.Person, Guid.NewGuid());

    private readonly TestData data = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private readonly Notebook notebook = new();
    private WebApplication app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private OutboxWorker Worker => app.Services.GetRequiredService<OutboxWorker>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(data.Settings);
        builder.Logging.ClearProviders();
        builder.AddData().AddTenancy().AddJobs();
        builder.Services.RemoveAll<IOutboxHandler>(); // those of the areas need more than this room
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(notebook).AddScoped<IOutboxHandler, NotingHandler>();
        app = builder.Build();
        Assert.True(await app.DatabaseIsReadyAsync(Console.Error, Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        data.Dispose();
    }

    [Fact]
    public async Task Does_each_message_once_and_in_the_context_of_its_owner()
    {
        var subject = Guid.NewGuid();
        await EnqueueAsync(subject);

        Assert.Equal(1, await Worker.DrainAsync(Cancel));
        Assert.Equal(0, await Worker.DrainAsync(Cancel));
        Assert.Equal([(subject, (Guid?)Person.Id)], notebook.Done);
    }

    [Fact]
    public async Task Leaves_what_is_not_due_yet()
    {
        await EnqueueAsync(Guid.NewGuid(), clock.GetUtcNow().UtcDateTime.AddHours(1));

        Assert.Equal(0, await Worker.DrainAsync(Cancel));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await Worker.DrainAsync(Cancel));
    }

    [Fact]
    public async Task Tries_a_failure_again_later_and_keeps_the_order_of_its_subject()
    {
        var (stuck, other) = (Guid.NewGuid(), Guid.NewGuid());
        notebook.FailOnce(stuck);
        await EnqueueAsync(stuck);
        await EnqueueAsync(stuck);
        await EnqueueAsync(other);

        await Worker.DrainAsync(Cancel);
        Assert.Equal([other], notebook.Done.Select(done => done.Subject));

        clock.Advance(TimeSpan.FromSeconds(5));
        await Worker.DrainAsync(Cancel);
        Assert.Equal([other, stuck, stuck], notebook.Done.Select(done => done.Subject));
    }

    [Fact]
    public async Task Takes_over_from_a_worker_that_died_once_its_lease_ends()
    {
        await EnqueueAsync(Guid.NewGuid());
        await ChangeAsync(async db => (await db.OutboxMessages.SingleAsync(Cancel)).Claim(clock.GetUtcNow().UtcDateTime.AddMinutes(2)));

        Assert.Equal(0, await Worker.DrainAsync(Cancel));
        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await Worker.DrainAsync(Cancel));
    }

    [Fact]
    public async Task Is_woken_by_a_commit_without_looking_in_between()
    {
        using var worker = new OutboxWorker(
            app.Services.GetRequiredService<IServiceScopeFactory>(),
            app.Services.GetRequiredService<TenantScopes>(),
            clock,
            app.Services.GetRequiredService<CommitBell>(),
            NullLogger<OutboxWorker>.Instance)
        {
            Pause = Timeout.InfiniteTimeSpan,
        };
        await worker.StartAsync(Cancel);

        for (var message = 1; message <= 3; message++)
        {
            await Task.Delay(100, Cancel); // so that it sleeps, whatever it did before
            await EnqueueAsync(Guid.NewGuid());
            for (var attempt = 0; attempt < 1500 && notebook.Done.Count < message; attempt++)
            {
                await Task.Delay(20, Cancel);
            }

            Assert.Equal(message, notebook.Done.Count);
        }

        await worker.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_change_that_is_not_saved_leaves_no_message()
    {
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(TenantContext.OfPerson(Person.Id));
        scope.ServiceProvider.GetRequiredService<Outbox>().Enqueue(Person, NotingHandler.Name, Guid.NewGuid());

        Assert.Equal(0, await Worker.DrainAsync(Cancel));
    }

    private Task EnqueueAsync(Guid subject, DateTime? dueAt = null) => ChangeAsync(db =>
    {
        db.OutboxMessages.Add(new OutboxMessage(Person.Kind, Person.Id, NotingHandler.Name, subject, dueAt ?? clock.GetUtcNow().UtcDateTime));
        return Task.CompletedTask;
    });

    private async Task ChangeAsync(Func<PlatformDb, Task> change)
    {
        await using var scope = app.Services.GetRequiredService<TenantScopes>().Open(TenantContext.OfPerson(Person.Id));
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        await change(db);
        await db.SaveChangesAsync(Cancel);
    }

    internal sealed class Notebook
    {
        private readonly HashSet<Guid> failing = [];

        public List<(Guid Subject, Guid? Account)> Done { get; } = [];

        public void FailOnce(Guid subject) => failing.Add(subject);

        public void Note(Guid subject, Guid? account)
        {
            if (failing.Remove(subject))
            {
                throw new IOException("The mail server sleeps.");
            }

            Done.Add((subject, account));
        }
    }

    internal sealed class NotingHandler(Notebook notebook, TenantContextAccessor accessor) : IOutboxHandler
    {
        public const string Name = "noting";

        public string Kind => Name;

        public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            notebook.Note(message.SubjectId, accessor.Context.AccountId);
            return Task.CompletedTask;
        }
    }
}
