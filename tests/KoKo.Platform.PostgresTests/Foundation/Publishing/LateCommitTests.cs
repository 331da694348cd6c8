using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Builder;

namespace KoKo.Platform.Tests.Foundation.Publishing;

/// <summary>With many writers a line gets its id before its commit, and another with a later id may be there first.</summary>
public sealed class LateCommitTests : IAsyncLifetime
{
    private readonly TestData data = new();
    private WebApplication? rooms;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ReleasedLog Log => rooms!.Get<ReleasedLog>();

    public async ValueTask InitializeAsync() => rooms = TestDatabase.IsThere ? await Rooms.OpenAsync(data.Settings) : null;

    public async ValueTask DisposeAsync()
    {
        await (rooms?.DisposeAsync() ?? ValueTask.CompletedTask);
        data.Dispose();
    }

    [Fact]
    public async Task A_line_that_is_committed_late_is_passed_by_no_reader()
    {
        var (early, late) = (Guid.NewGuid(), Guid.NewGuid());
        using var slow = All();
        slow.Execute("BEGIN");
        Write(slow, early);
        using (var quick = All())
        {
            Write(quick, late);
        }

        var first = await Log.ReadAsync(0, 100, Stop);
        slow.Execute("COMMIT");
        var second = await Log.ReadAsync(first[^1].Position!.Value, 100, Stop);

        Assert.Equal([late], first.Select(change => change.ItemId));
        Assert.Equal([early], second.Select(change => change.ItemId));
        Assert.True(second[0].Id < first[0].Id, "The late one must have the earlier id, or nothing was tested.");
    }

    [Fact]
    public async Task Many_readers_and_writers_at_once_give_every_line_one_position()
    {
        var items = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToList();
        var writing = Task.WhenAll(items.Chunk(15).Select(chunk => Task.Run(
            () =>
            {
                using var writer = All();
                Array.ForEach(chunk, item => Write(writer, item));
            },
            Stop)));

        var readers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FollowAsync(items.Count)));
        await writing;

        Assert.All(readers, read => Assert.Equal(readers[0], read));
        Assert.Equal(items.Order(), readers[0].Order());
        using var all = All();
        Assert.Equal(Enumerable.Range(1, 60).Select(position => $"{position}"), all.List("SELECT position FROM released_changes ORDER BY position"));
    }

    /// <summary>Reads as an indexer does, from its own position on.</summary>
    private async Task<List<Guid>> FollowAsync(int count)
    {
        var (read, position) = (new List<Guid>(), 0L);
        while (read.Count < count)
        {
            foreach (var change in await Log.ReadAsync(position, 10, Stop))
            {
                read.Add(change.ItemId);
                position = change.Position!.Value;
            }
        }

        return read;
    }

    private Sql All() => new(PostgresServer.Instance.ConnectionString(new Npgsql.NpgsqlConnectionStringBuilder(data.Settings["ConnectionStrings:Platform"]).Database!));

    private static void Write(Sql sql, Guid item) =>
        sql.Execute("INSERT INTO released_changes (kind, item_id, publisher_kind, publisher_id, at) VALUES ('practice', $1, 'Tenant', gen_random_uuid(), now())", item);
}
