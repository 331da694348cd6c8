using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Jobs;

/// <summary>Claims due messages one at a time with a lease, so that a killed process loses nothing and repeats at most one.</summary>
internal sealed partial class OutboxWorker(IServiceScopeFactory scopes, TenantScopes tenants, TimeProvider clock, CommitBell bell, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How long it waits at most for a commit of this process, before it looks for what has become due.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Works until nothing is due.</summary>
    /// <returns>How many messages were done.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        while (await ClaimAsync(cancellationToken) is { } message)
        {
            done += await TryHandleAsync(message, cancellationToken) ? 1 : 0;
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var commit = bell.Next;
            try
            {
                await DrainAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogUnavailable(logger, exception);
            }

            await Task.WhenAny(commit, Task.Delay(Pause, stoppingToken));
        }
    }

    private async Task<OutboxMessage?> ClaimAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await TryClaimAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // another worker was faster; there may be more
            }
        }
    }

    private async Task<OutboxMessage?> TryClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await Due(db, db.OutboxMessages, now).AnyAsync(cancellationToken))
        {
            return null; // without a transaction, for which writers would have to wait
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var message = await Due(db, db.SkipLocked(db.OutboxMessages), now).OrderBy(message => message.Id).FirstOrDefaultAsync(cancellationToken);
        if (message is null)
        {
            return null;
        }

        message.Claim(now + Lease);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return message;
    }

    /// <summary>The oldest message of each subject, where its time has come and nobody works on it.</summary>
    private static IQueryable<OutboxMessage> Due(PlatformDb db, IQueryable<OutboxMessage> messages, DateTime now) => messages
        .Where(message => message.DueAt <= now && (message.LeaseUntil == null || message.LeaseUntil < now))
        .Where(message => !db.Set<OutboxMessage>().Any(earlier => earlier.SubjectId == message.SubjectId && earlier.Id < message.Id));

    private async Task<bool> TryHandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = await tenants.OpenAsync(message.Owner, cancellationToken);
            var handler = scope.ServiceProvider.GetServices<IOutboxHandler>().Single(handler => handler.Kind == message.Kind);
            await handler.HandleAsync(message, cancellationToken);
            await FinishAsync(message, db => db.Remove(message), cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(logger, message.Kind, message.Id, message.Attempts, exception);
            await FinishAsync(message, db => db.Attach(message).Entity.PutBack(clock.GetUtcNow().UtcDateTime), cancellationToken);
            return false;
        }
    }

    private async Task FinishAsync(OutboxMessage message, Action<PlatformDb> finish, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        finish(db);
        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox message {Id} of kind {Kind} failed at attempt {Attempt}; it is tried again later.")]
    private static partial void LogFailed(ILogger logger, string kind, long id, int attempt, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox cannot be read.")]
    private static partial void LogUnavailable(ILogger logger, Exception exception);
}

internal static class JobsSetup
{
    public static WebApplicationBuilder AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Outbox>();
        builder.Services.AddSingleton<OutboxWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OutboxWorker>());
        foreach (var handler in typeof(IOutboxHandler).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IOutboxHandler))))
        {
            builder.Services.AddScoped(typeof(IOutboxHandler), handler);
        }

        return builder;
    }
}
