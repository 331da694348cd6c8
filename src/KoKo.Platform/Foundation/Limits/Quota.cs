using System.Collections.Concurrent;
using System.Globalization;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Limits;

/// <param name="Remaining">An estimate where several processes serve: what another has reserved may come back unused.</param>
internal sealed record Allowance(bool IsGranted, int Limit, int Remaining, TimeSpan Reset)
{
    public void WriteTo(IHeaderDictionary headers)
    {
        headers["RateLimit-Limit"] = Limit.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = Seconds(Reset);
    }

    public static string Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Requests per minute. An owner's are counted in the database for all processes, in blocks, so that the database is asked
/// once per block; those of an address are counted here.
/// </summary>
internal sealed class Quota(TenantScopes scopes, IOptions<LimitOptions> options, TimeProvider clock)
{
    private const int Blocks = 20;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private CurrentMinute current = new(DateTime.MinValue);

    public async Task<Allowance> TakeAsync(Caller caller, TenantContext? context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var minute = MinuteOf(now);
        var rest = minute.Rests.GetOrAdd(caller, NewRest);
        var limit = caller.Owner is null ? options.Value.AnonymousPerMinute : options.Value.RequestsPerMinute;
        await rest.Turn.WaitAsync(cancellationToken);
        try
        {
            if (rest.Reserved == 0 && !rest.IsUsedUp)
            {
                (rest.Reserved, rest.Elsewhere) = await ReserveAsync(context!, minute.Begin, limit, cancellationToken);
                rest.IsUsedUp = rest.Reserved == 0;
            }

            var granted = rest.Reserved > 0;
            rest.Reserved -= granted ? 1 : 0;
            return new Allowance(granted, limit, rest.Reserved + rest.Elsewhere, minute.Begin + Minute - now);
        }
        finally
        {
            rest.Turn.Release();
        }
    }

    private CurrentMinute MinuteOf(DateTime now)
    {
        var begin = now.AddTicks(-(now.Ticks % Minute.Ticks));
        var known = Volatile.Read(ref current);
        if (known.Begin >= begin)
        {
            return known;
        }

        var next = new CurrentMinute(begin); // and with the old one everything goes that was counted in it
        var found = Interlocked.CompareExchange(ref current, next, known);
        return found == known ? next : found;
    }

    private Rest NewRest(Caller caller) => caller.Owner is null ? new Rest { Reserved = options.Value.AnonymousPerMinute, IsUsedUp = true } : new Rest();

    private async Task<(int Reserved, int Elsewhere)> ReserveAsync(TenantContext context, DateTime minute, int limit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(context);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        return await db.TryAgainAsync(() => ReserveAsync(db, minute, limit, cancellationToken), cancellationToken);
    }

    private static Task<(int Reserved, int Elsewhere)> ReserveAsync(PlatformDb db, DateTime minute, int limit, CancellationToken cancellationToken) => db.BeginAsync(
        async transaction =>
        {
            var owner = Callers.OwnerOf(db.Context)!.Value;
            await db.LockAsync($"quota {owner}", cancellationToken);
            var count = await db.Set<RequestCount>().SingleOrDefaultAsync(count => count.OwnerId == owner, cancellationToken);
            if (count is null)
            {
                db.Add(count = new RequestCount(owner, owner, minute));
            }

            var reserved = count.Reserve(minute, Math.Max(1, limit / Blocks), limit);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return (reserved, limit - count.Used);
        },
        cancellationToken);

    private sealed class CurrentMinute(DateTime begin)
    {
        public DateTime Begin => begin;

        public ConcurrentDictionary<Caller, Rest> Rests { get; } = [];
    }

    /// <summary>What a caller has left in this process; used by one request at a time.</summary>
    private sealed class Rest
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Reserved { get; set; }

        /// <summary>What nobody has reserved yet.</summary>
        public int Elsewhere { get; set; }

        public bool IsUsedUp { get; set; }
    }
}
