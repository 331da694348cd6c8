using System.Collections.Concurrent;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>
/// What the proof tried in this run, for whoever writes it down: counts only, no times and no names of machines, and the
/// same in every run.
/// </summary>
internal static class IsolationRecord
{
    private static readonly ConcurrentDictionary<(string Surface, string Caller), int> Calls = new();
    private static readonly ConcurrentDictionary<(string Surface, string Target), byte> Targets = new();
    private static readonly ConcurrentDictionary<(string Surface, string Identifier), byte> Identifiers = new();
    private static readonly ConcurrentDictionary<(string Surface, string Target, string Identifier), byte> LeftOut = new();

    /// <summary>By surface: what was called, with how many identifiers, how often by whom, and what was rightly visible.</summary>
    public static IReadOnlyList<IsolationCount> All =>
    [
        .. Targets.Keys.Select(target => target.Surface).Distinct().Order(StringComparer.Ordinal).Select(surface => new IsolationCount(
            surface,
            Targets.Keys.Count(target => target.Surface == surface),
            Identifiers.Keys.Count(identifier => identifier.Surface == surface),
            Calls.Where(call => call.Key.Surface == surface).OrderBy(call => call.Key.Caller, StringComparer.Ordinal).ToDictionary(call => call.Key.Caller, call => call.Value, StringComparer.Ordinal),
            LeftOut.Keys.Count(left => left.Surface == surface))),
    ];

    public static void Count(string surface, string target, string identifier, string caller)
    {
        Targets[(surface, target)] = 0;
        Identifiers[(surface, identifier)] = 0;
        Calls.AddOrUpdate((surface, caller), 1, (_, calls) => calls + 1);
    }

    /// <summary>An identifier that the caller rightly finds, since B released the item to her.</summary>
    public static void LeaveOut(string surface, string target, string identifier) => LeftOut[(surface, target, identifier)] = 0;
}

/// <param name="Surface">API, hub, jobs or search.</param>
/// <param name="Targets">Operations, pages, handlers or indexes.</param>
/// <param name="LeftOut">Pairs of target and identifier that were released to A.</param>
internal sealed record IsolationCount(string Surface, int Targets, int Identifiers, IReadOnlyDictionary<string, int> Calls, int LeftOut)
{
    /// <summary>One line of a table; <c>KOKO_TEST_ISOLATION_RECORD</c> names the file that gets them.</summary>
    public override string ToString() => string.Join('\t', Surface, Targets, Identifiers, Calls.Values.Sum());
}
