using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>Clears away tokens and one-time links that are good for nothing any more.</summary>
internal sealed partial class ExpiredTokens(TenantScopes scopes, TimeProvider clock, ILogger<ExpiredTokens> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    // longer than a refresh token lives: a redeemed one must be recognised when it comes again
    private static readonly TimeSpan Kept = TimeSpan.FromDays(15);

    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(TenantContext.Anonymous);
        var now = clock.GetUtcNow();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(now - Kept, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(now - Kept, cancellationToken);
        var expired = now.UtcDateTime;
        await scope.ServiceProvider.GetRequiredService<PlatformDb>().Tickets.Where(ticket => ticket.ExpiresAt < expired).ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ClearAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Expired tokens could not be cleared away; it is tried again later.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
