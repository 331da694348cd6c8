using System.Reflection;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>Every refusal there is: the fields of the classes called Problems and NounProblems.</summary>
internal static class ProblemCatalogue
{
    private static readonly IReadOnlyList<FieldInfo> Fields =
    [
        .. typeof(Problem).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Problems", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Problem)),
    ];

    /// <summary>By status and code.</summary>
    public static IReadOnlyList<Problem> All { get; } =
        [.. Fields.Select(Of).OrderBy(problem => problem.Status).ThenBy(problem => problem.Code, StringComparer.Ordinal)];

    /// <summary>By the name of its field, the area's own before the shared ones, or by its code.</summary>
    public static Problem Find(string name, string area)
    {
        var found = Fields.FirstOrDefault(field => field.Name == name && field.DeclaringType!.Namespace!.Contains($".Features.{area}", StringComparison.Ordinal))
            ?? Fields.FirstOrDefault(field => field.Name == name && field.DeclaringType == typeof(Problems))
            ?? Fields.FirstOrDefault(field => Of(field).Code == name);
        return found is null ? throw new InvalidOperationException($"{area} knows no refusal called {name}.") : Of(found);
    }

    private static Problem Of(FieldInfo field) => (Problem)field.GetValue(null)!;
}
