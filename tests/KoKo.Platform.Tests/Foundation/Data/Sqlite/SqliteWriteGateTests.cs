using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Foundation.Data.Sqlite;

public sealed class SqliteWriteGateTests(PlatformWorld world)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_writers_all_get_their_turn()
    {
        var subject = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => WriteAsync(subject))));

        Assert.Equal(40, await world.InsideAsync("duisburg", db => db.OutboxMessages.CountAsync(message => message.SubjectId == subject, Cancel)));
    }

    [Fact]
    public async Task A_transaction_that_is_only_disposed_gives_the_gate_back()
    {
        await world.InsideAsync("duisburg", async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            return 0;
        });

        await WriteAsync(Guid.NewGuid());
    }

    // Due in a year, so that no worker takes it.
    private Task<int> WriteAsync(Guid subject) => world.InsideAsync("duisburg", db =>
    {
        db.OutboxMessages.Add(new OutboxMessage(OwnerKind.Tenant, DemoIds.Tenant("duisburg"), "none", subject, TimeProvider.System.GetUtcNow().UtcDateTime.AddYears(1)));
        return db.SaveChangesAsync(Cancel);
    });
}
