using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>The same over the pages of the hub: what is in a path, in a query or in a form, as a person of A and as nobody.</summary>
[Collection(IsolationProof.Name)]
public sealed class HubIsolationTests(IsolationWorld isolation)
{
    private readonly List<string> findings = [];

    [Fact]
    public async Task A_page_of_B_is_like_a_page_of_nobody()
    {
        await EachCallerAsync(async (hub, caller) =>
        {
            foreach (var page in HubPlace.All(isolation.Platform).Where(page => page.Parameter is not null))
            {
                var rightlySeen = Seen(page, caller);
                await CompareAsync(page.Template, caller, Identifiers(page.Shapes).Where(identifier => !rightlySeen.Contains(identifier.Value)), value => hub.GetAsync(page.With(value)));
            }
        });

        await NothingFoundAsync();
    }

    [Fact]
    public async Task An_identifier_of_B_in_the_query_of_a_page_changes_nothing()
    {
        await EachCallerAsync(async (hub, caller) =>
        {
            foreach (var page in HubPlace.All(isolation.Platform).Where(page => page.Parameter is null))
            {
                foreach (var name in page.QueryNames)
                {
                    await CompareAsync($"{page}?{name}", caller, OneOfEachKind(name == "q" ? [Shape.Word] : [Shape.Id, Shape.Word, Shape.Token]), value => hub.GetAsync($"{page.Template}?{name}={Uri.EscapeDataString(value)}"));
                }
            }
        });

        await NothingFoundAsync();
    }

    [Fact]
    public async Task A_form_about_a_row_of_B_is_like_a_form_about_a_row_of_nobody()
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        using var hub = await SignedInAsync(isolation.A);
        foreach (var page in HubPlace.All(isolation.Platform).Where(page => page.Shapes is [Shape.Id] && page.Parameter is not null))
        {
            foreach (var own in isolation.OwnIdentifiers.Where(identifier => identifier.Shape == Shape.Id))
            {
                var mine = await hub.GetAsync(page.With(own.Value));
                foreach (var form in mine.Status == System.Net.HttpStatusCode.OK ? mine.Forms().Where(form => sent.Add($"{page} {form}")) : [])
                {
                    await CompareAsync($"{page}, form {form}", isolation.A.Callers[0], Unseen(page), value => hub.SubmitAsync(mine.About(own.Value, value), form));
                }
            }
        }

        Assert.True(sent.Count > 5, $"A found only the forms {string.Join(", ", sent)}.");
        await NothingFoundAsync();
    }

    [Fact]
    public async Task Each_page_that_takes_an_id_shows_B_its_own_row()
    {
        using var hub = await SignedInAsync(isolation.B);
        var empty = new List<string>();
        foreach (var page in HubPlace.All(isolation.Platform).Where(page => page.Shapes is [Shape.Id] && page.Parameter is not null))
        {
            var shown = false;
            foreach (var identifier in Identifiers([Shape.Id]))
            {
                shown = shown || (await hub.GetAsync(page.With(identifier.Value))) is { Status: System.Net.HttpStatusCode.OK } own && own.ToAnswer().Contains(isolation.B.Canary);
            }

            empty.AddRange(shown ? [] : [page.Template]);
        }

        Assert.Equal(["/geschaeftsstelle/antraege/{Id}"], empty); // for the office alone
    }

    private async Task EachCallerAsync(Func<HubClient, Caller, Task> walk)
    {
        using var person = await SignedInAsync(isolation.A);
        using var nobody = new HubClient(isolation.Platform);
        await walk(person, isolation.A.Callers[0]);
        await walk(nobody, isolation.A.Callers[^1]);
    }

    private async Task CompareAsync(string target, Caller caller, IEnumerable<Identifier> identifiers, Func<string, Task<HubPage>> ask)
    {
        var oracles = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var identifier in identifiers)
        {
            var random = identifier.Random(isolation.B.Canary);
            if (!oracles.TryGetValue(random, out var oracle))
            {
                oracles[random] = oracle = (await ask(random)).ToAnswer().About(random);
            }

            var answer = (await ask(identifier.Value)).ToAnswer().About(identifier.Value);
            IsolationRecord.Count("hub", target, identifier.Value, caller.Name);
            if ((answer.Status >= 500 ? $"status {answer.Status}" : answer.DifferenceTo(oracle) ?? (answer.Contains(isolation.B.Canary) ? $"a canary of B: {answer.Body}" : null)) is { } wrong)
            {
                findings.Add($"{target}, {identifier}, {caller}: {wrong}");
            }
        }
    }

    private IEnumerable<Identifier> Identifiers(Shape[] shapes) => isolation.Foreign.Identifiers.Where(identifier => shapes.Contains(identifier.Shape));

    // a query of a page is read by the use case of the API, where each identifier was tried
    private IEnumerable<Identifier> OneOfEachKind(Shape[] shapes) => Identifiers(shapes).DistinctBy(identifier => identifier.Kind);

    private IEnumerable<Identifier> Unseen(HubPlace page)
    {
        var seen = Seen(page, isolation.A.Callers[0]);
        return Identifiers(page.Shapes).Where(identifier => !seen.Contains(identifier.Value));
    }

    /// <summary>What B released to an audience of the caller, on the pages of its kind.</summary>
    private HashSet<string> Seen(HubPlace page, Caller caller)
    {
        var paths = isolation.Platform.Sources(source => (source.Kind, source.HubPath));
        var seen = isolation.Foreign.ShownTo(caller.Audiences).Where(id => isolation.Foreign.WithdrawnFrom(caller.Audiences).Contains(id)
            || paths.Any(path => isolation.Foreign.Kinds[id].Contains(path.Kind) && page.Template.StartsWith($"{path.HubPath}/{{", StringComparison.Ordinal)));
        var ids = seen.Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            IsolationRecord.LeaveOut("hub", page.Template, id);
        }

        return ids;
    }

    private async Task<HubClient> SignedInAsync(IsolatedTenant tenant)
    {
        var hub = new HubClient(isolation.Platform);
        await hub.SignInAsync(tenant.PersonMail, IsolatedTenant.Password);
        return hub;
    }

    private async Task NothingFoundAsync()
    {
        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Empty(await isolation.ChangesOfBAsync());
    }
}
