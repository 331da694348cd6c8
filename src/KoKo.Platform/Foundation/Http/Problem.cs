namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// A kind of refusal (RFC 9457): a stable code that is never renamed, a status, and its title in both languages. An area
/// lists its own, one line each, in <c>NounProblems.cs</c>.
/// </summary>
internal sealed record Problem(string Code, int Status, string German, string English)
{
    public const string TypeBase = "https://koko-platform.example/problems/";

    public string Type => TypeBase + Code;

    public string Title => RuleWords.In(German, English);
}

/// <summary>One broken rule of the input, with a JSON pointer (RFC 6901) to where it stands.</summary>
/// <param name="Pointer">JSON pointer into the body; a query parameter, a value of the path or a header stands there as if it were a member, such as <c>/limit</c>.</param>
/// <param name="Code">Stable code of the rule.</param>
/// <param name="Detail">The rule in the caller's language.</param>
public sealed record ProblemError(string Pointer, string Code, string Detail)
{
    /// <summary>About a query parameter, a header or another value that is no member of a body.</summary>
    internal static ProblemError At(string name, string code, string detail) => new("/" + RequestBody.Escaped(name), code, detail);
}

/// <summary>An expected refusal; the one way a use case or an entity says no.</summary>
internal sealed class ProblemException(Problem problem, IReadOnlyList<ProblemError>? errors = null) : Exception(problem.Code)
{
    public Problem Problem { get; } = problem;

    public IReadOnlyList<ProblemError> Errors { get; } = errors ?? [];

    public TimeSpan? RetryAfter { get; init; }
}
