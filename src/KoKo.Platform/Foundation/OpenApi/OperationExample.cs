using FastEndpoints;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>
/// A call that succeeds on a freshly seeded demo instance. The document shows it, and a test sends every one of them.
/// Values are fixed: the committed document must not depend on the day on which it was written.
/// </summary>
/// <param name="Operation">The use case.</param>
internal sealed record OperationExample(string Operation)
{
    public const string DefaultCaller = "demo-duisburg";

    /// <summary>Without a token.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>Who calls: a demo app such as <c>demo-office</c>, a person's mail, or <see cref="Anonymous"/>.</summary>
    public string Caller { get; init; } = DefaultCaller;

    /// <summary>Values of the path, by name.</summary>
    public object? Route { get; init; }

    /// <summary>Values of the query, by name.</summary>
    public object? Query { get; init; }

    /// <summary>The body, where the endpoint's own <c>ExampleRequest</c> does not do: it needs ids of the demo world.</summary>
    public object? Body { get; init; }

    public static OperationExample Of<TUseCase>(string caller = DefaultCaller, object? route = null, object? query = null, object? body = null)
        where TUseCase : BaseEndpoint =>
        new(typeof(TUseCase).Name) { Caller = caller, Route = route, Query = query, Body = body };
}

/// <summary>Where the room finds examples; whoever knows the demo world's ids implements it.</summary>
internal interface IOperationExamples
{
    IEnumerable<OperationExample> Examples { get; }
}
