using System.Collections.Concurrent;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Foundation.Jobs;

/// <summary>Several hosts work on one outbox.</summary>
public sealed class ManyOutboxWorkersTests : IAsyncLifetime
{
    private const int Hosts = 4;

    private readonly TestData data = new();
    private readonly ConcurrentQueue<(Guid Subject, long Message)> done = new();
    private readonly List<WebApplication> hosts = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!TestDatabase.IsThere)
        {
            return;
        }

        // who waits for a row that another one locked fails instead
        var settings = new Dictionary<string, string?>(data.Settings) { ["ConnectionStrings:Platform"] = $"{data.Settings["ConnectionStrings:Platform"]};Options=-c lock_timeout=20s" };
        for (var host = 0; host < Hosts; host++)
        {
            hosts.Add(await Rooms.OpenAsync(settings, services => services.AddSingleton(done).AddScoped<IOutboxHandler, NotingHandler>()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        data.Dispose();
    }

    [Fact]
    public async Task Each_message_is_done_once_and_those_of_a_subject_in_their_order()
    {
        using var all = All();
        var subjects = Enumerable.Range(0, 12).Select(_ => Guid.NewGuid()).ToList();
        for (var round = 0; round < 8; round++)
        {
            subjects.ForEach(subject => Enqueue(all, subject));
        }

        while (all.Count("outbox_messages") > 0)
        {
            await Task.WhenAll(hosts.Select(host => host.Get<OutboxWorker>().DrainAsync(Stop)));
        }

        Assert.Equal(96, done.Count);
        Assert.Equal(96, done.Select(message => message.Message).Distinct().Count());
        Assert.All(done.GroupBy(message => message.Subject), messages => Assert.Equal(messages.Select(message => message.Message).Order(), messages.Select(message => message.Message)));
    }

    [Fact]
    public async Task A_message_that_another_worker_holds_stops_no_other_subject()
    {
        using var all = All();
        var (held, free) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var subject in (Guid[])[held, held, free, free])
        {
            Enqueue(all, subject);
        }

        using var other = All();
        other.Execute("BEGIN");
        other.Execute("UPDATE outbox_messages SET attempts = 1 WHERE id = (SELECT min(id) FROM outbox_messages)");

        Assert.Equal(2, await hosts[0].Get<OutboxWorker>().DrainAsync(Stop));

        Assert.Equal([free, free], done.Select(message => message.Subject));
        other.Execute("ROLLBACK");
        Assert.Equal(2, await hosts[1].Get<OutboxWorker>().DrainAsync(Stop));
        Assert.Equal([free, free, held, held], done.Select(message => message.Subject));
    }

    private Sql All() => new(PostgresServer.Instance.ConnectionString(new Npgsql.NpgsqlConnectionStringBuilder(data.Settings["ConnectionStrings:Platform"]).Database!));

    private static void Enqueue(Sql all, Guid subject) =>
        all.Execute("INSERT INTO outbox_messages (owner_kind, owner_id, kind, subject_id, due_at, attempts) VALUES ('Person', gen_random_uuid(), $1, $2, now() - interval '1 hour', 0)", NotingHandler.Name, subject);

    private sealed class NotingHandler(ConcurrentQueue<(Guid Subject, long Message)> done) : IOutboxHandler
    {
        public const string Name = "noting";

        public string Kind => Name;

        public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            await Task.Yield();
            done.Enqueue((message.SubjectId, message.Id));
        }
    }
}
