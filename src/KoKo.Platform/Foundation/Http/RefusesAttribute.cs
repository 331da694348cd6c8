namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// The codes with which the rules of the area may refuse this operation, by their names in the area's <c>NounProblems</c>.
/// What follows from the operation's shape (401, 404, 422 invalid-input, 428, ...) is known without it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class RefusesAttribute(params string[] codes) : Attribute
{
    public IReadOnlyList<string> Codes { get; } = codes;
}
