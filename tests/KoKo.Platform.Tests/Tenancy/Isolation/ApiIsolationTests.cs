using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Tests.Contract;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>
/// Every operation of the document, with each identifier of B at each place that takes one, as a person of A, as an app of A
/// and without a token: the answer is the one that an identifier of nobody gets, and B stays as it is.
/// </summary>
[Collection(IsolationProof.Name)]
public sealed class ApiIsolationTests(IsolationWorld isolation)
{
    // Operations that take no identifier at all, each with its reason; an entry that is not needed any more fails.
    private static readonly Dictionary<string, string> WithoutIdentifier = new(StringComparer.Ordinal)
    {
        ["GetMe"] = "answers about the token alone",
        ["ListVocabularies"] = "the same for everybody",
        ["GetMediatorProfile"] = "the caller's own",
        ["GetMediatorAvailability"] = "the caller's own",
        ["SetMediatorAvailability"] = "the caller's own week; the body holds weekdays and hours",
        ["WithdrawMediatorListing"] = "the caller's own",
        ["GetOwnTenant"] = "the caller's own",
    };

    // What even B may not read, so that no row of B can prove that the identifiers are right.
    private static readonly Dictionary<string, string> NotForB = new(StringComparer.Ordinal)
    {
        ["GetOnboarding"] = "the office alone reads applications",
    };

    public static TheoryData<string> Operations => [.. AccessTable.Rules.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_identifier_of_B_is_like_one_of_nobody(string name)
    {
        await isolation.SettleAsync(); // what A wrote before must not reach the index between a question and its oracle
        var operation = OperationOf(name);
        var sweep = new Sweep(isolation);

        foreach (var place in (await isolation.Places.OfAsync(operation)).Concat(await isolation.Places.UndeclaredAsync(operation)))
        {
            await sweep.TryAsync(place);
        }

        Assert.True(sweep.Findings.Count == 0, string.Join('\n', sweep.Findings));
        Assert.Empty(await isolation.ChangesOfBAsync());
    }

    [Fact]
    public async Task Every_place_for_an_identifier_is_tried()
    {
        var wrong = new List<string>();
        foreach (var operation in isolation.Document.Operations)
        {
            var declared = await isolation.Places.OfAsync(operation);
            wrong.AddRange(declared.Where(place => place.Values.Count == 0).Select(place => $"{place}: there is no identifier of B for it"));
            if (WithoutIdentifier.ContainsKey(operation.Name) != (declared.Count == 0))
            {
                wrong.Add($"{operation} takes {(declared.Count == 0 ? "no identifier and is not on the list" : "an identifier and is on the list of those that take none")}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task B_itself_reads_what_A_asks_for()
    {
        var notRead = new List<string>();
        foreach (var operation in Reads)
        {
            var ids = operation.In("path").Where(parameter => parameter["schema"]?["format"]?.ToString() == "uuid").Select(parameter => parameter["name"]!.GetValue<string>()).ToList();
            if (ids is [var only] && (await isolation.Places.Resources.OfAsync(isolation.B, operation, only)).Count == 0)
            {
                notRead.Add(operation.Name);
            }
        }

        Assert.Equal(NotForB.Keys, notRead);
    }

    [Fact]
    public async Task What_A_gets_by_right_says_nothing_of_B()
    {
        var told = new List<string>();
        var got = 0;
        foreach (var operation in Reads)
        {
            var plain = await isolation.Places.PlainAsync(operation);
            foreach (var caller in isolation.A.Callers)
            {
                var answer = await isolation.SendAsync(plain, caller.Token);
                got += answer.Status == 200 ? 1 : 0;
                told.AddRange(Told(answer, caller).Select(word => $"{operation}, {caller}: {word}"));
            }
        }

        Assert.Empty(told);
        Assert.True(got > Reads.Count(), $"A got only {got} answers.");
    }

    private IEnumerable<ApiOperation> Reads => isolation.Document.Operations.Where(operation => operation.Verb == "GET");

    private IEnumerable<string> Told(Answer answer, Caller caller)
    {
        var shown = isolation.Foreign.ShownTo(caller.Audiences).Select(id => id.ToString()).ToHashSet();
        return isolation.Foreign.Identifiers.Where(identifier => identifier.Shape is Shape.Id or Shape.Word && !shown.Contains(identifier.Value) && !IsOfEverybody(identifier))
            .Select(identifier => identifier.Value).Append(isolation.B.Canary).Where(answer.Without(isolation.WrittenByA.Keys).Contains);
    }

    // the directory of tenants is public; the office admitted both tenants
    private bool IsOfEverybody(Identifier identifier) =>
        identifier.Value == isolation.B.Id.ToString() || isolation.OwnIdentifiers.Any(own => own.Value == identifier.Value);

    private ApiOperation OperationOf(string name) => isolation.Document.Operations.Single(operation => operation.Name == name);
}
