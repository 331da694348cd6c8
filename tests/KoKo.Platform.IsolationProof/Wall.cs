namespace KoKo.Platform.IsolationProof;

/// <param name="Path">Below the root of the repository.</param>
/// <param name="Find">Stands there exactly once: a proof that no longer hits its wall must fail.</param>
internal sealed record Edit(string Path, string Find, string Replace);

/// <summary>One wall, how it is taken out of a copy of the sources, and the tests that must notice.</summary>
/// <param name="Step">Which of the five steps of the Orientierungshilfe it serves.</param>
/// <param name="Name">As a data-protection officer reads it, in German.</param>
/// <param name="Removed">What exactly was taken out, in German.</param>
/// <param name="Project">The test project that runs.</param>
/// <param name="Red">Class and method of each test that has to fail; behind it, in brackets, the one case that is enough to see it.</param>
internal sealed record Wall(int Step, string Name, string Removed, string Project, IReadOnlyList<string> Red, params IReadOnlyList<Edit> Edits)
{
    /// <summary>The tests that have to fail, and no others: a run takes minutes already.</summary>
    public string Filter => string.Join('|', Red.Select(test => test.Split('(', ')') is [var name, var only, _]
        ? $"(FullyQualifiedName~.{name}&DisplayName~{only})"
        : $"FullyQualifiedName~.{test}"));

    public static string MethodOf(string test) => test.Split('(')[0];
}
