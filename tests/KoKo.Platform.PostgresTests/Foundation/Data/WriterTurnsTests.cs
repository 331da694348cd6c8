using KoKo.Platform.Foundation.Search.Meilisearch;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Foundation.Data;

/// <summary>One process at a time writes an index that several share.</summary>
public sealed class WriterTurnsTests(PlatformWorld world)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private WriterTurns Turns => new(world.Services.GetRequiredService<TenantScopes>());

    [Fact]
    public async Task A_turn_is_given_to_one_and_then_to_the_next()
    {
        var name = Guid.NewGuid().ToString();
        await using (var first = await Turns.TryTakeAsync(name, Stop))
        {
            Assert.NotNull(first);
            Assert.Null(await Turns.TryTakeAsync(name, Stop));
            await using var other = await Turns.TryTakeAsync(name + "x", Stop);
            Assert.NotNull(other);
        }

        await using var second = await Turns.TryTakeAsync(name, Stop);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task A_turn_goes_back_when_its_connection_breaks()
    {
        var name = Guid.NewGuid().ToString();
        var first = await Turns.TryTakeAsync(name, Stop);
        Assert.NotNull(first);

        PostgresServer.Instance.Execute("SELECT pg_terminate_backend(pid, 30000) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('" + name + "', 0)");

        await using var second = await Turns.TryTakeAsync(name, Stop);
        Assert.NotNull(second);
        await first.DisposeAsync();
    }
}
