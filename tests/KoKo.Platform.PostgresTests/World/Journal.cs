using System.Collections.Concurrent;
using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Members;

namespace KoKo.Platform.Tests.World;

/// <summary>
/// Writes of a client that keeps a journal: what was answered how. Cases and invitations of two tenants in turns, half of
/// them with an Idempotency-Key.
/// </summary>
internal sealed class Journal(Func<string, ApiClient> client)
{
    private static readonly string[] Tenants = ["duisburg", "krefeld"];

    private readonly string run = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<int, ApiAnswer> answers = new();
    private readonly SemaphoreSlim acknowledgements = new(0);
    private int written;

    /// <summary>How many were sent, answered or not.</summary>
    public int Written => written;

    public ICollection<ApiAnswer> Answers => answers.Values;

    public IEnumerable<string> Acknowledged => answers.Where(answer => answer.Value.Status == HttpStatusCode.Created).Select(answer => NameOf(answer.Key));

    /// <summary>Ends when so many more were acknowledged.</summary>
    public async Task AcknowledgedAsync(int count)
    {
        for (var number = 0; number < count; number++)
        {
            await acknowledgements.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>So many side by side, each of them one after the other until it is refused, gets no answer, or it is enough.</summary>
    public Task WriteAsync(int sideBySide, CancellationToken enough) => Task.WhenAll(Enumerable.Range(0, sideBySide).Select(_ => WriteOnAsync(enough)));

    /// <summary>Sends again, with the keys they had, the writes of the journal that had one.</summary>
    public async Task<IReadOnlyList<ApiAnswer>> RepeatAsync()
    {
        var repeated = new List<ApiAnswer>();
        foreach (var number in Enumerable.Range(0, written).Where(HasKey))
        {
            repeated.Add(await SendAsync(number));
        }

        return repeated;
    }

    /// <summary>What is stored of this run, with its tenant.</summary>
    public IReadOnlyList<string> Stored(Sql all) => all.List(
        "SELECT name FROM (SELECT title AS name FROM practices UNION ALL SELECT mail FROM invitations) AS written WHERE name LIKE $1 ORDER BY name", $"%{run}%");

    /// <summary>What of this run is stored with another tenant than the one that wrote it.</summary>
    public IReadOnlyList<string> Strayed(Sql all) => all.List(
        "SELECT written.name FROM (SELECT tenant_id, title AS name FROM practices UNION ALL SELECT tenant_id, mail FROM invitations) AS written JOIN tenants ON tenants.id = tenant_id WHERE written.name LIKE $1 AND written.name NOT LIKE tenants.slug || '%'", $"%{run}%");

    public static bool IsInvitation(string name) => name.Contains('@', StringComparison.Ordinal);

    public bool IsMine(string name) => name.Contains(run, StringComparison.Ordinal);

    public string TitlesOf(string slug) => $"{slug} {run}";

    private async Task WriteOnAsync(CancellationToken enough)
    {
        var goesOn = true;
        while (goesOn && !enough.IsCancellationRequested)
        {
            goesOn = await TryAsync(Interlocked.Increment(ref written) - 1);
        }
    }

    /// <returns>Whether it was acknowledged; where the connection breaks, nothing is noted.</returns>
    private async Task<bool> TryAsync(int number)
    {
        try
        {
            var answer = await SendAsync(number);
            answers[number] = answer;
            if (answer.Status == HttpStatusCode.Created)
            {
                acknowledgements.Release();
                return true;
            }
        }
        catch (HttpRequestException)
        {
            // no answer: it may have happened or not
        }

        return false;
    }

    private Task<ApiAnswer> SendAsync(int number)
    {
        (string, string)[] key = HasKey(number) ? [("Idempotency-Key", $"{run} {number}")] : [];
        var name = NameOf(number);
        return IsInvitation(name)
            ? client(TenantOf(number)).SendAsync<InviteMember>(body: new { name = "Neu Hier", mail = name, roles = new[] { Role.Reader } }, headers: key)
            : client(TenantOf(number)).SendAsync<CreatePractice>(body: new { title = name }, headers: key);
    }

    private static string TenantOf(int number) => Tenants[number % 2];

    private static bool HasKey(int number) => number / 2 % 2 == 0;

    private string NameOf(int number) => number / 4 % 2 == 0 ? $"{TitlesOf(TenantOf(number))} {number}" : $"{TenantOf(number)}-{number}-{run}@neu.example";
}
