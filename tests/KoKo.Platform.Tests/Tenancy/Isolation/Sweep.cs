using KoKo.Platform.Foundation.Identity;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>Tries what B has at one place after the other, and compares with what nobody has.</summary>
internal sealed class Sweep(IsolationWorld isolation)
{
    private readonly List<string> findings = [];

    /// <summary>Operation, place, identifier, caller, and what was not as it must be.</summary>
    public IReadOnlyList<string> Findings => findings;

    public async Task TryAsync(Place place)
    {
        foreach (var caller in isolation.A.Callers)
        {
            await TryAsync(place, caller);
        }
    }

    private async Task TryAsync(Place place, Caller caller)
    {
        var oracles = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var identifier in place.Values)
        {
            if (place.IsPlane && IsShown(place, identifier, caller))
            {
                IsolationRecord.LeaveOut("API", place.Operation.Name, identifier.Value);
                continue;
            }

            var random = identifier.Random(isolation.B.Canary);
            if (!oracles.TryGetValue(random, out var oracle))
            {
                oracles[random] = oracle = await OracleAsync(place, random, caller);
            }

            var answer = await AskAsync(place, identifier.Value, caller);
            IsolationRecord.Count("API", place.Operation.Name, identifier.Value, caller.Name);
            var wrong = Broken(place, caller, answer) ?? Difference(place, answer, oracle) ?? (answer.Without(isolation.WrittenByA.Keys).Contains(isolation.B.Canary) ? $"a canary of B: {answer.Headers} {answer.Body}" : null);
            if (wrong is not null)
            {
                findings.Add($"{place}, {identifier}, {caller}: {wrong}");
            }
        }
    }

    /// <summary>An item that B released to an audience of the caller is rightly found under the path of its kind; what was withdrawn from her is gone everywhere.</summary>
    private bool IsShown(Place place, Identifier identifier, Caller caller) =>
        Guid.TryParse(identifier.Value, out var id)
        && isolation.Foreign.ShownTo(caller.Audiences).Contains(id)
        && (isolation.Foreign.WithdrawnFrom(caller.Audiences).Contains(id) || isolation.Platform.Sources(source => (source.Kind, source.ApiPath)).Any(source =>
            isolation.Foreign.Kinds[id].Contains(source.Kind) && place.Operation.Path.StartsWith($"{source.ApiPath}/", StringComparison.Ordinal)));

    private async Task<Answer> OracleAsync(Place place, string random, Caller caller)
    {
        if (place.With(random).Writes)
        {
            // what can be done only once is done by this call, so that the oracle meets the same state as what follows
            await AskAsync(place, Guid.TryParse(random, out _) ? Guid.NewGuid().ToString() : random + "0", caller);
        }

        return await AskAsync(place, random, caller);
    }

    private async Task<Answer> AskAsync(Place place, string value, Caller caller)
    {
        var call = place.With(value);
        if (call is { Writes: true, Body: not null })
        {
            isolation.WrittenByA[value] = 0;
        }

        var answer = await isolation.SendAsync(call, caller.Token);
        return place.Rule == PlaceRule.Ignored ? answer.About("") : answer.About(value);
    }

    private static string? Difference(Place place, Answer answer, Answer oracle) =>
        place.Operation.Verb != "GET" && answer.Status is >= 200 and < 300
            ? answer.OfAChange().DifferenceTo(oracle.Status == answer.Status ? oracle.OfAChange() : oracle)
            : answer.DifferenceTo(oracle);

    private static string? Broken(Place place, Caller caller, Answer answer)
    {
        var rule = AccessTable.Rules[place.Operation.Name];
        if (caller.Token is null && rule.Caller != CallerKind.Anyone)
        {
            return Unless(answer, 401);
        }

        return (rule.Caller, place.Rule) switch
        {
            _ when answer.Status >= 500 => $"status {answer.Status} {answer.Body}",
            (CallerKind.Office, _) => Unless(answer, 403),
            (_, PlaceRule.NotFound) => Unless(answer, 404),
            (_, PlaceRule.NotFoundOrInvalid) => Unless(answer, 404, 422),
            (_, PlaceRule.InvalidCursor) => Unless(answer, 400),
            _ => null,
        };
    }

    private static string? Unless(Answer answer, params int[] expected) =>
        expected.Contains(answer.Status) ? null : $"status {answer.Status} instead of {string.Join(" or ", expected)}: {answer.Body}";
}
