namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// The refusals by which the rules of the area may answer this operation: names of fields of the area's <c>NounProblems</c>
/// or of <see cref="Problems"/>, or their codes. What follows from the operation's shape (401, 404, 428, ...) is known without it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class RefusesAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;
}
