namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>All examples by operation.</summary>
internal sealed class ExampleBook
{
    private readonly Dictionary<string, OperationExample> examples = typeof(ExampleBook).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IOperationExamples)))
        .SelectMany(type => ((IOperationExamples)Activator.CreateInstance(type)!).Examples)
        .ToDictionary(example => example.Operation, StringComparer.Ordinal);

    public IReadOnlyCollection<OperationExample> All => examples.Values;

    public OperationExample Of(string operation) => examples.GetValueOrDefault(operation) ?? new OperationExample(operation);
}
