using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Features.Conferences;
using KoKo.Platform.Tests.Features.Mediators;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KoKo.Platform.Tests.Replicas;

/// <summary>What may happen once happens once, whichever process is asked.</summary>
[Collection(TwoProcessesTests.Name)]
public sealed class ExactlyOnceTests(TwoProcesses processes)
{
    private static readonly string[] Eight = ["hamm", "herne", "soest", "bonn", "dortmund", "krefeld", "bocholt", "dueren"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_seats_go_to_as_many_as_there_are()
    {
        var office = await processes.AppAsync("office");
        var id = (await office[0].PublishedAsync(ConferenceDrafts.Body(capacity: 3, waitingListSize: 4))).Id;
        var clients = await Task.WhenAll(Eight.Select(processes.AppAsync));

        var answers = await Task.WhenAll(clients.SelectMany(both => Enumerable.Range(0, 3).Select(number =>
            both[number % 2].SendAsync<RegisterForConference>(new { id }, new { participantName = $"Kim Beispiel {number}" }))));

        var taken = answers.Where(answer => answer.Status == HttpStatusCode.Created).Select(answer => answer.As<RegistrationResponse>(HttpStatusCode.Created)).ToList();
        Assert.Equal(3, taken.Count(registration => registration.Status == RegistrationStatus.Confirmed));
        Assert.Equal([1, 2, 3, 4], taken.Select(registration => registration.WaitingPosition).OfType<int>().Order());
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Refused(HttpStatusCode.Conflict, "conference-full"));
        Assert.Equal(24, answers.Length);
        using var all = processes.First.AsSuperuser();
        Assert.Equal(["3 3 4"], all.List("SELECT concat_ws(' ', capacity, confirmed, waiting) FROM seat_ledgers WHERE conference_id = $1", id));
        Assert.Equal((3L, 4L), (all.Count("registrations", "conference_id = $1 AND status = 'Confirmed'", id), all.Count("registrations", "conference_id = $1 AND status = 'Waiting'", id)));
        foreach (var process in office)
        {
            Assert.Equal(new SeatsResponse(3, 0, 4, 4), await process.SeatsAsync(id));
        }
    }

    [Fact]
    public async Task A_mediator_is_booked_once_and_the_database_itself_refuses_a_second_time()
    {
        var mediator = await processes.First.ListedMediatorAsync();
        var slot = (await mediator.SlotsAsync())[0];
        var sent = new List<Guid>();
        foreach (var slug in Eight[..6])
        {
            sent.Add((await mediator.AskedByAsync(await processes.First.AppAsync(slug), slot)).Id);
        }

        ApiClient[] both = [mediator.Client, processes.AtSecond(mediator.Client)];
        var answers = await Task.WhenAll(sent.Select((id, number) => both[number % 2].SendAsync<AcceptMediationRequest>(new { id })));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Created));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.Refused(HttpStatusCode.Conflict, "overlapping-booking"));
        Assert.Equal(1, await mediator.InsideAsync(db => db.Bookings.CountAsync(Stop)));
        using var runtime = processes.First.AsRuntime().As(account: mediator.AccountId.ToString());
        Assert.Equal(PostgresErrorCodes.ExclusionViolation, Assert.Throws<PostgresException>(() => BookAgain(runtime, "30 minutes")).SqlState);
        Assert.Equal(1, BookAgain(runtime, "1 day"));
    }

    [Fact]
    public async Task One_key_creates_one_row_whichever_process_is_asked()
    {
        var hamm = await processes.AppAsync("hamm");
        var (key, title) = (("Idempotency-Key", Guid.NewGuid().ToString()), $"Nachtruhe am Platz {Guid.NewGuid()}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => hamm[number % 2].SendAsync<CreatePractice>(body: new { title }, headers: key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Equal(11, answers.Count(answer => answer.Headers.Contains("Idempotency-Replayed")));
        using var all = processes.First.AsSuperuser();
        Assert.Equal(1, all.Count("practices", "title = $1", title));
    }

    [Theory]
    [InlineData("herne")]
    [InlineData("soest")]
    [InlineData("dueren")]
    public async Task Two_administrators_who_end_each_others_role_leave_one(string slug)
    {
        var (one, other) = (DemoIds.Account(DemoTenants.Mail(Roles.Administrator, slug)), DemoIds.Account(DemoTenants.Mail(Roles.Editor, slug)));
        using var all = processes.First.AsSuperuser();
        all.Execute("UPDATE members SET roles = roles | 1 WHERE tenant_id = $1 AND account_id = $2", DemoIds.Tenant(slug), other);
        var (hers, his) = (await processes.First.PersonAsync(Roles.Administrator, slug), processes.AtSecond(await processes.First.PersonAsync(Roles.Editor, slug)));
        var seen = (await his.SendAsync<GetMember>(new { id = one })).ETag!;

        var answers = await Task.WhenAll(
            hers.SendAsync<RemoveMember>(new { id = other }),
            his.SendAsync<ChangeMember>(new { id = one }, new { name = "Ohne Amt", roles = new[] { Role.Reader } }, headers: ("If-Match", seen)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.NoContent or HttpStatusCode.OK);
        Assert.Contains(answers.Single(answer => answer.Status is not (HttpStatusCode.NoContent or HttpStatusCode.OK)).Code, (string[])["last-administrator", "forbidden", "unauthenticated"]);
        Assert.Equal(1, all.Count("members", "tenant_id = $1 AND roles & 1 = 1", DemoIds.Tenant(slug)));
    }

    private static int BookAgain(Sql runtime, string later) => runtime.Execute("""
        INSERT INTO bookings (owner_id, id, party_id, request_id, mediator_name, tenant_name, start, "end", time_zone, topic, format, created_at)
        SELECT owner_id, gen_random_uuid(), party_id, request_id, mediator_name, tenant_name, start + $1::interval, "end" + $1::interval, time_zone, topic, format, created_at FROM bookings LIMIT 1
        """, later);
}
