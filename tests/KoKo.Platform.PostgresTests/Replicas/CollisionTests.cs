using System.Net;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Tests.Features.Conferences;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Replicas;

/// <summary>PostgreSQL undoes a transaction to let another pass: a trigger of the test says so in its place.</summary>
[Collection(TwoProcessesTests.Name)]
public sealed class CollisionTests(TwoProcesses processes)
{
    private const string SerializationFailure = "40001";
    private const string Deadlock = "40P01";

    private readonly string subject = $"Kollision {Guid.NewGuid():N}";

    [Theory]
    [InlineData(SerializationFailure, false, false)]
    [InlineData(SerializationFailure, false, true)]
    [InlineData(SerializationFailure, true, false)]
    [InlineData(SerializationFailure, true, true)]
    [InlineData(Deadlock, false, false)]
    [InlineData(Deadlock, false, true)]
    public async Task A_single_save_is_sent_again(string state, bool atCommit, bool withKey)
    {
        using var trigger = new Trigger(processes, "practices", $"NEW.title = '{subject}'", state, times: 2, atCommit);

        var answer = await (await processes.First.AppAsync("hamm")).SendAsync<CreatePractice>(body: new { title = subject }, headers: Key(withKey));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(1, trigger.Count("practices", "title = $1", subject));
        Assert.Equal(3, trigger.Runs);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Work_in_the_context_of_an_owner_is_run_again(bool atCommit, bool withKey)
    {
        var office = await processes.First.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 5))).Id;
        using var trigger = new Trigger(processes, "registrations", $"NEW.participant_name = '{subject}'", SerializationFailure, times: 2, atCommit);

        var answer = await (await processes.First.AppAsync("hamm")).SendAsync<RegisterForConference>(new { id }, new { participantName = subject }, null, Key(withKey));

        answer.As<RegistrationResponse>(HttpStatusCode.Created);
        Assert.Equal(1, trigger.Count("registrations", "participant_name = $1", subject));
        Assert.Equal(new(5, 4, 0, 10), await office.SeatsAsync(id));
        Assert.Equal(3, trigger.Runs);
    }

    [Theory]
    [InlineData(SerializationFailure, false)]
    [InlineData(Deadlock, true)]
    public async Task What_never_succeeds_is_503_and_leaves_nothing(string state, bool withKey)
    {
        var mail = $"{Guid.NewGuid():N}@neu.example";
        using var trigger = new Trigger(processes, "outbox_messages", "NEW.kind = 'invitation-letter'", state, times: int.MaxValue, atCommit: false);
        var before = trigger.Count("outbox_messages");

        var answer = await (await processes.First.AppAsync("hamm")).SendAsync<InviteMember>(body: new { name = "Neu Hier", mail, roles = new[] { Role.Reader } }, headers: Key(withKey));

        answer.Refused(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.True(trigger.Runs > 1, "It was not tried again.");
        Assert.Equal(0, trigger.Count("invitations", "mail = $1", mail));
        Assert.InRange(trigger.Count("outbox_messages"), 0, before);
    }

    private static (string Name, string Value)[] Key(bool withKey) => withKey ? [("Idempotency-Key", Guid.NewGuid().ToString())] : [];

    /// <summary>Undoes the first transactions that insert a certain row, as the database would one that got in another's way.</summary>
    private sealed class Trigger : IDisposable
    {
        private readonly string name = $"collide_{Guid.NewGuid():N}";
        private readonly string table;
        private readonly Sql all;

        public Trigger(TwoProcesses processes, string table, string when, string state, int times, bool atCommit)
        {
            this.table = table;
            all = processes.First.AsSuperuser();
            all.Execute($"CREATE SEQUENCE {name}; GRANT USAGE ON SEQUENCE {name} TO koko_platform");
            all.Execute($"""
                CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF nextval('{name}') <= {times} THEN RAISE EXCEPTION 'made up' USING ERRCODE = '{state}'; END IF;
                    RETURN NEW;
                END $$
                """);
            all.Execute(atCommit
                ? $"CREATE CONSTRAINT TRIGGER {name} AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()"
                : $"CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()");
        }

        /// <summary>How often such a row was inserted; a sequence counts what was undone, too.</summary>
        public long Runs => all.Scalar<long>($"SELECT last_value FROM {name}");

        public long Count(string table, string where = "true", params object[] values) => all.Count(table, where, values);

        public void Dispose()
        {
            all.Execute($"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}; DROP SEQUENCE {name}");
            all.Dispose();
        }
    }
}
